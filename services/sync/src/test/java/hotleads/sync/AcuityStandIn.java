package hotleads.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers reads at Acuity as a test wants them, and keeps what was asked. */
public final class AcuityStandIn implements AutoCloseable {
    /** What it sends back. */
    public interface Reaction {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /**
     * A read as it came.
     *
     * @param path with its query
     */
    public record Asked(String path, Map<String, List<String>> headers) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Reaction reaction = json(404, SomeAnswers.NO_SUCH_APPOINTMENT);

    public AcuityStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
            try {
                reaction.to(exchange);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    public static Reaction json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    public static Reaction html(int status) {
        return answer(status, "text/html; charset=UTF-8", "<html><h1>Bad gateway</h1></html>");
    }

    /** @param headers names and values in turn */
    public static Reaction answer(int status, String type, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** The prefix is ours, as a simulator's is; Acuity's own path follows it. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/acuity");
    }

    public void reacts(Reaction wanted) {
        asked.clear();
        reaction = wanted;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
