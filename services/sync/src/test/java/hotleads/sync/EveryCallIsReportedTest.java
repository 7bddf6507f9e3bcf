package hotleads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import hotleads.platform.report.SendReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.json.JsonMapper;

/** No call at a provider that core's trail does not hear of; a new order without a row here fails. */
class EveryCallIsReportedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each order with a body that makes sense, and a call at Acuity that it must lead to. */
    private static final Map<String, Order> ORDERS = Map.ofEntries(
            Map.entry("/internal/acuity/appointment", new Order("{\"id\":7}", "get.appointments")),
            Map.entry("/internal/acuity/appointment-links", new Order("{\"id\":7}", "get.appointments")),
            Map.entry(
                    "/internal/acuity/window",
                    new Order("{\"from\":\"2026-11-24\",\"to\":\"2026-11-25\"}", "get.appointments")),
            Map.entry("/internal/acuity/account", new Order("", "get.me")),
            Map.entry("/internal/acuity/catalogue", new Order("", "get.appointment-types")),
            Map.entry(
                    "/internal/acuity/free-dates",
                    new Order(
                            "{\"month\":\"2026-12\",\"typeId\":1,\"calendarId\":2,\"zone\":\"America/New_York\"}",
                            "get.availability.dates")),
            Map.entry(
                    "/internal/acuity/free-times",
                    new Order(
                            "{\"date\":\"2026-11-24\",\"typeId\":1,\"calendarId\":2,\"zone\":\"America/New_York\"}",
                            "get.availability.times")),
            Map.entry(
                    "/internal/acuity/time-check",
                    new Order(
                            "{\"startsAt\":\"2026-11-24T20:30:00Z\",\"typeId\":1,\"calendarId\":2}",
                            "post.availability.check-times")),
            Map.entry("/internal/acuity/hooks", new Order("", "get.webhooks")),
            Map.entry(
                    "/internal/acuity/hooks/new",
                    new Order(
                            "{\"event\":\"appointment.changed\",\"target\":\"https://practice.example.org/a\"}",
                            "post.webhooks")),
            Map.entry("/internal/acuity/hooks/removal", new Order("{\"id\":7}", "delete.webhooks")));

    private final List<ReportedAct> reported = new CopyOnWriteArrayList<>();
    private final AcuityStandIn acuity = new AcuityStandIn();
    private final HttpServer core = core();
    private final Program program = new Program(
            acuity.uri(),
            "10000001",
            "some-key",
            "HOTLEADS_CORE_URL=http://127.0.0.1:" + core.getAddress().getPort());

    private record Order(String body, String call) {}

    @AfterEach
    void stop() {
        program.close();
        core.stop(0);
        acuity.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404, 429, 500})
    void whateverCameOfIt(int status) throws Exception {
        acuity.reacts(AcuityStandIn.json(status, "[]"));

        for (Endpoints.Rule rule : program.part(Endpoints.class).rules()) {
            if (rule.path().startsWith("/internal/acuity/")
                    && rule.access() instanceof Access.ForService(String scope)) {
                Order order = Objects.requireNonNull(ORDERS.get(rule.path()), rule.path());
                assertThat((scope.equals("provider.write")
                                        ? program.write(rule.path(), order.body)
                                        : program.post(rule.path(), order.body))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        program.part(SendReports.class).sendEverything();

        assertThat(reported.stream().mapToInt(ReportedAct::count).sum())
                .isEqualTo(acuity.asked().size())
                .isPositive();
        assertThat(reported)
                .allMatch(act -> act.act().equals("provider.called")
                        && act.subjectKind().equals("acuity")
                        && act.outcome().equals("done") == (status == 200));
        if (status != 429) {
            // Asked to wait, the later orders are not passed on, and nothing is to be told of them.
            assertThat(reported)
                    .extracting(ReportedAct::subject)
                    .containsAll(ORDERS.values().stream().map(Order::call).toList());
        }
    }

    @Test
    void andNothingIsDoneByItselfButReporting() {
        assertThat(program.part(ScheduledTaskHolder.class).getScheduledTasks())
                .singleElement()
                .asString()
                .startsWith(SendReports.class.getName());
    }

    private HttpServer core() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/acts", exchange -> {
                reported.addAll(JSON.readValue(exchange.getRequestBody(), ReportedActs.class)
                        .acts());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
