package hotleads.platform.traces;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Takes traces by OTLP over HTTP, and remembers them. */
public final class SomeCollector implements AutoCloseable {
    /** All that may ever be said of a step. */
    public static final Set<String> LABELS = Set.of(
            "service.name", "http.request.method", "http.route", "http.response.status_code", "hotleads.request_id");

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final List<ToldSpan> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public SomeCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/v1/traces", exchange -> {
            take(OtlpReader.spans(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private synchronized void take(List<ToldSpan> spans) {
        told.addAll(spans);
        notifyAll();
    }

    /** Until it was told enough: programs tell every few seconds. */
    public synchronized void await(Predicate<List<ToldSpan>> enough) throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!enough.test(told()) && System.nanoTime() < until) {
            wait(BETWEEN.toMillis());
        }
        if (!enough.test(told())) {
            throw new AssertionError("Not told of that, but of " + told());
        }
    }

    /** What {@code HOTLEADS_TRACES} says. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<ToldSpan> told() {
        return List.copyOf(told);
    }

    public List<ToldSpan> told(Predicate<ToldSpan> wanted) {
        return told.stream().filter(wanted).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
