package hotleads.simulators;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks over real HTTP and answers as told. */
public final class Receiver implements AutoCloseable {

    /** One request as it came. */
    public record Received(
            String body, String signature, String contentType, String zoomSignature, String zoomTimestamp) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var headers = exchange.getRequestHeaders();
                received.add(new Received(
                        body,
                        String.valueOf(headers.getFirst("X-Acuity-Signature")),
                        String.valueOf(headers.getFirst("Content-Type")),
                        String.valueOf(headers.getFirst("x-zm-signature")),
                        String.valueOf(headers.getFirst("x-zm-request-timestamp"))));
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/acuity";
    }

    public void answerWith(int status) {
        answer = status;
    }

    public List<Received> received() {
        return received;
    }

    public List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
