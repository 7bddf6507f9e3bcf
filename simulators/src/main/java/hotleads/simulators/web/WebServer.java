package hotleads.simulators.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.simulators.log.Log;
import hotleads.simulators.time.Pause;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the given sites on loopback, one virtual thread a request. */
public final class WebServer implements AutoCloseable {

    /** One part of the server, responsible for every path below its prefix. */
    public interface Site {
        boolean covers(String path);

        Answer answer(Request request);
    }

    private static final int LARGEST_BODY = 1 << 20;
    private static final int DRIPS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Site> sites;
    private final Pause pause;

    /** Port 0 takes a free one. */
    public WebServer(int port, List<Site> sites, Pause pause) throws IOException {
        // Without it every second answer on a kept connection waits 40 ms for the peer's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.sites = List.copyOf(sites);
        this.pause = pause;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 512);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            try {
                // Closed unanswered, the client sees its connection end.
                if (!answer.isLost()) {
                    write(exchange, answer);
                }
            } finally {
                answer.whenWritten().run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.json(413, new Refusal(413, "too-large", "The body is larger than 1 MiB."));
        }
        try {
            var uri = exchange.getRequestURI();
            var request = new Request(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Parameters.parse(uri.getRawQuery()),
                    exchange.getRequestHeaders(),
                    body,
                    Map.of());
            return LoopbackOnly.refusal(request).orElseGet(() -> route(request));
        } catch (BadRequest bad) {
            return Answer.json(400, new Refusal(400, "bad-request", String.valueOf(bad.getMessage())));
        } catch (RuntimeException broken) {
            // One broken request must not end the connection without an answer; the kind is enough to find it.
            Log.error("request-failed", Map.of("path", exchange.getHttpContext().getPath(), "kind", kind(broken)));
            return Answer.json(500, new Refusal(500, "failed", "The simulator failed; see its log."));
        }
    }

    private Answer route(Request request) {
        return sites.stream()
                .filter(site -> site.covers(request.path()))
                .findFirst()
                .map(site -> site.answer(request))
                .orElseGet(() -> Answer.json(404, new Refusal(404, "not-found", "There is nothing at this address.")));
    }

    private void write(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        byte[] body = answer.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 || head ? -1 : body.length);
        if (!head) {
            writeBody(exchange.getResponseBody(), answer);
        }
    }

    private void writeBody(OutputStream out, Answer answer) throws IOException, InterruptedException {
        byte[] body = answer.body();
        if (!answer.dripOver().isPositive()) {
            out.write(body);
            return;
        }
        int step = Math.max(1, body.length / DRIPS);
        for (int from = 0; from < body.length; from += step) {
            pause.sleep(answer.dripOver().dividedBy(DRIPS));
            out.write(body, from, Math.min(step, body.length - from));
            out.flush();
        }
    }

    private static String kind(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return broken.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
