package hotleads.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentQuery;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.WindowQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for sync: a calendar the test writes, and answers it may queue for the next reads. */
final class SyncStandIn implements AutoCloseable {
    final Map<Long, AcuityAppointment> acuity = new ConcurrentHashMap<>();
    final Queue<AppointmentsAnswer> next = new ConcurrentLinkedQueue<>();
    final Queue<AppointmentsAnswer> nextWindows = new ConcurrentLinkedQueue<>();
    /** What happens while an appointment is read, once. */
    final Map<Long, Runnable> duringReadOf = new ConcurrentHashMap<>();

    /** Whether every window is answered, in time and well, as if nothing lay in it. */
    volatile boolean listsNothing;

    /** What becomes of an answer on its way; whatever it throws ends the connection without one. */
    volatile UnaryOperator<AppointmentsAnswer> onTheWay = UnaryOperator.identity();

    /**
     * What it answers to every other call, by the last words of its path, such as {@code hooks} of Acuity and
     * {@code zoho/token} of another provider; a failure unless a test writes one.
     */
    final Map<String, Function<JsonNode, ProviderAnswer<?>>> calls = new ConcurrentHashMap<>();

    /** The other calls as they came, each with its query. */
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    final AtomicInteger singleReads = new AtomicInteger();
    final AtomicInteger windowReads = new AtomicInteger();

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock = Clock.systemUTC();
    private final HttpServer server;

    /** Something between us and sync answers for it, in its own words. */
    static final class HtmlInstead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    SyncStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/acuity/appointment", this::appointment);
        server.createContext("/internal/acuity/window", this::window);
        server.createContext("/internal/", this::other);
        // The server takes the longest beginning that fits, and this one's begins as another's.
        server.createContext("/internal/acuity/appointment-links", this::other);
        server.start();
    }

    /** One of the other calls. */
    record Asked(String call, JsonNode query) {}

    <T> void answers(String call, T content) {
        calls.put(call, query -> ProviderAnswer.of(content));
    }

    void fails(String call, ProviderOutcome outcome, String cause) {
        calls.put(call, query -> ProviderAnswer.failed(outcome, null, cause));
    }

    private void other(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestURI().getPath().replaceFirst("^/internal/(acuity/)?", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode query = json.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
        asked.add(new Asked(call, query));
        answer(
                exchange,
                calls.getOrDefault(
                                call, unknown -> ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "server-error"))
                        .apply(query));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    AppointmentsAnswer failure(ProviderOutcome outcome, String cause) {
        return new AppointmentsAnswer(outcome, null, cause, List.of(), clock.instant());
    }

    private void appointment(HttpExchange exchange) throws IOException {
        singleReads.incrementAndGet();
        long id = json.readValue(exchange.getRequestBody(), AppointmentQuery.class)
                .id();
        AcuityAppointment found = acuity.get(id);
        Runnable meanwhile = duringReadOf.remove(id);
        if (meanwhile != null) {
            meanwhile.run();
        }
        AppointmentsAnswer queued = next.poll();
        answer(
                exchange,
                queued != null
                        ? queued
                        : found == null ? failure(ProviderOutcome.GONE, "not-found") : ok(List.of(found)));
    }

    private void window(HttpExchange exchange) throws IOException {
        windowReads.incrementAndGet();
        WindowQuery query = json.readValue(exchange.getRequestBody(), WindowQuery.class);
        AppointmentsAnswer queued = nextWindows.poll();
        answer(
                exchange,
                queued != null
                        ? queued
                        : ok(acuity.values().stream()
                                .filter(appointment -> !listsNothing && lies(appointment, query))
                                .toList()));
    }

    private static boolean lies(AcuityAppointment appointment, WindowQuery query) {
        LocalDate day = LocalDate.ofInstant(appointment.startsAt(), ZoneOffset.UTC);
        return !day.isBefore(query.from()) && !day.isAfter(query.to());
    }

    private AppointmentsAnswer ok(List<AcuityAppointment> appointments) {
        return new AppointmentsAnswer(ProviderOutcome.OK, null, null, appointments, clock.instant());
    }

    private void answer(HttpExchange exchange, Object answer) throws IOException {
        byte[] bytes;
        try {
            bytes = json.writeValueAsBytes(answer instanceof AppointmentsAnswer read ? onTheWay.apply(read) : answer);
        } catch (HtmlInstead notOurs) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(502, 0);
            exchange.getResponseBody().write("<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
            return;
        } catch (RuntimeException lost) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
