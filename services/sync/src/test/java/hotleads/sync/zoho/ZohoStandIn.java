package hotleads.sync.zoho;

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

/** Answers as a test wants; tokens are given by themselves unless it says otherwise. */
final class ZohoStandIn implements AutoCloseable {
    /** What it sends back. */
    interface Reaction {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /**
     * A call as it came.
     *
     * @param path with its query
     */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Reaction token;
    private volatile Reaction api = json(404, "{\"code\":\"INVALID_URL_PATTERN\",\"status\":\"error\"}");

    ZohoStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        token = json(200, tokenFor(uri().toString()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    static String tokenFor(String domain) {
        return "{\"access_token\":\"1000.some-token\",\"scope\":\"ZohoCRM.modules.leads.READ\",\"api_domain\":\""
                + domain + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }

    static Reaction json(int status, String body, String... headers) {
        return answer(status, "application/json;charset=UTF-8", body, headers);
    }

    /** @param headers names and values in turn */
    static Reaction answer(int status, String type, String body, String... headers) {
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

    static Reaction lost() {
        return HttpExchange::close;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zoho");
    }

    void reacts(Reaction wanted) {
        api = wanted;
        asked.clear();
    }

    void tokens(Reaction wanted) {
        token = wanted;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        asked.add(new Asked(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        try {
            (path.startsWith("/zoho/oauth/") ? token : api).to(exchange);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
