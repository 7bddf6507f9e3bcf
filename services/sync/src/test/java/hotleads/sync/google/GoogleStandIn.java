package hotleads.sync.google;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers calls as a test wants them, in the shapes Google was recorded to answer in, and keeps what was asked. */
final class GoogleStandIn implements AutoCloseable {
    /** What it sends back. */
    interface Reaction {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A call as it came. */
    record Asked(String method, String path, @Nullable String ifMatch, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();

    private final Map<String, Reaction> reactions = new ConcurrentHashMap<>();
    private final HttpServer server;

    GoogleStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        on("/token", json(200, "{\"access_token\":\"ya29.some\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("If-Match"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reaction reaction = path.endsWith("/token") ? reactions.get("/token") : reactions.get("calendar");
        if (reaction == null) {
            exchange.close();
        } else {
            reaction.to(exchange);
        }
    }

    void on(String what, Reaction reaction) {
        reactions.put(what, reaction);
    }

    /** What the calendar answers from now on. */
    void answers(Reaction reaction) {
        on("calendar", reaction);
    }

    static Reaction json(int status, String body, String... headers) {
        return typed(status, "application/json; charset=UTF-8", body, headers);
    }

    static Reaction refusal(int status, String reason) {
        return json(
                status,
                "{\"error\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"" + reason
                        + "\",\"message\":\"x\"}],\"code\":" + status + ",\"message\":\"x\"}}");
    }

    static Reaction typed(int status, String type, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/google");
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
