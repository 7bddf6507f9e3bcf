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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No call at Zoom that core's trail does not hear of; a new order without a row here fails. */
class EveryZoomCallIsReportedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "{\"access_token\":\"some-token\",\"expires_in\":3599,\"scope\":\"\"}";

    private static final Map<String, Order> ORDERS = Map.of(
            "/internal/zoom/token", new Order("null", "post.token"),
            "/internal/zoom/credentials",
                    new Order("{\"accountId\":\"a\",\"clientId\":\"b\",\"clientSecret\":\"c\"}", "post.token"),
            "/internal/zoom/account", new Order("null", "get.users"),
            "/internal/zoom/runs",
                    new Order(
                            "{\"host\":\"dana@practice.example\",\"from\":\"2026-11-24\",\"to\":\"2026-11-25\",\"alone\":false}",
                            "get.report.meetings"),
            "/internal/zoom/run", new Order("{\"uuid\":\"4444==\"}", "get.past.meeting"),
            "/internal/zoom/participants",
                    new Order("{\"uuid\":\"4444==\",\"withoutReports\":false}", "get.report.participants"));

    private record Order(String query, String call) {}

    private final List<ReportedAct> reported = new CopyOnWriteArrayList<>();
    private final AcuityStandIn zoom = new AcuityStandIn();
    private final HttpServer core = core();
    private final Program program = new Program(
            zoom.uri(),
            "10000001",
            "some-key",
            "HOTLEADS_ZOOM_BASE_URL=" + zoom.uri(),
            "HOTLEADS_ZOOM_TOKEN_URL=" + zoom.uri() + "/oauth/token",
            "HOTLEADS_ZOOM_ACCOUNT_ID=some-account",
            "HOTLEADS_ZOOM_CLIENT_ID=some-client",
            "HOTLEADS_ZOOM_CLIENT_SECRET=some-secret",
            "HOTLEADS_CORE_URL=http://127.0.0.1:" + core.getAddress().getPort());

    @AfterEach
    void stop() {
        program.close();
        core.stop(0);
        zoom.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404, 429, 500})
    void whateverCameOfIt(int status) throws Exception {
        zoom.reacts(AcuityStandIn.json(200, TOKEN));
        String account = granted();
        zoom.reacts(AcuityStandIn.json(status, status == 200 ? TOKEN : "{\"code\":1,\"message\":\"some text\"}"));

        for (Endpoints.Rule rule : program.part(Endpoints.class).rules()) {
            if (rule.path().startsWith("/internal/zoom/") && rule.access() instanceof Access.ForService(String scope)) {
                Order order = Objects.requireNonNull(ORDERS.get(rule.path()), rule.path());
                String body = "{\"account\":\"" + account + "\",\"query\":" + order.query + "}";
                assertThat((scope.equals("provider.write")
                                        ? program.write(rule.path(), body)
                                        : program.post(rule.path(), body))
                                .statusCode())
                        .as(rule.path())
                        .isEqualTo(200);
            }
        }
        int asked = zoom.asked().size();
        program.part(SendReports.class).sendEverything();

        assertThat(asked).isEqualTo(ORDERS.size());
        assertThat(reported)
                .allMatch(act ->
                        act.act().equals("provider.called") && act.subjectKind().equals("zoom"));
        assertThat(reported)
                .extracting(ReportedAct::subject)
                .containsAll(ORDERS.values().stream().map(Order::call).toList());
        // One more for the token the account began with.
        assertThat(reported.stream().mapToInt(ReportedAct::count).sum()).isEqualTo(asked + 1);
    }

    private String granted() throws Exception {
        JsonNode answer = JSON.readTree(program.write("/internal/zoom/token", "{\"account\":null,\"query\":null}")
                .body());
        byte[] sealed = Base64.getDecoder().decode(answer.path("content").asString());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("some-token", "some-secret");
        return Base64.getEncoder().encodeToString(sealed);
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
