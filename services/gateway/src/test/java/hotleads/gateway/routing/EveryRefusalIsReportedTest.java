package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import hotleads.platform.report.SendReports;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the edge turns away by itself is in core's trail; what it lets through is told of by those behind it. */
class EveryRefusalIsReportedTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A path of each route; a new route without one fails. */
    private static final Map<Route, String> PATHS = Map.ofEntries(
            Map.entry(Route.HOOK, "/webhooks/acuity"),
            Map.entry(Route.SIGN_IN, "/auth/sign-in"),
            Map.entry(Route.SESSION, "/auth/session"),
            Map.entry(Route.AUTH_ACCOUNTS, "/auth/admin/staff"),
            Map.entry(Route.AUTH_DOCUMENT, "/auth/openapi.json"),
            Map.entry(Route.API, "/api/leads"),
            Map.entry(Route.LIVE, "/api/live"),
            Map.entry(Route.API_DOCUMENT, "/api/openapi.json"),
            Map.entry(Route.HELP, "/api/help"),
            Map.entry(Route.ALIVE, "/healthz"),
            Map.entry(Route.READY, "/readyz"),
            Map.entry(Route.PAGE, "/leads"));

    private final SomeEdge edge = SomeEdge.shared();
    private final Map<String, Integer> refused = new TreeMap<>();

    @BeforeEach
    void forgetWhatOtherTestsDid() {
        edge.part(SendReports.class).sendEverything();
        edge.core.forget();
    }

    @AfterEach
    void leaveNothing() {
        edge.core.forget();
    }

    @Test
    void onEveryRoute() {
        assertThat(PATHS).containsOnlyKeys(Route.values());
        PATHS.forEach((route, path) -> {
            String method = route.methods().getFirst();
            if (route != Route.SIGN_IN && route != Route.SESSION) {
                expect("method-not-allowed", asked("PROPFIND", path));
            }
            if (route != Route.ALIVE && route != Route.READY) {
                expect("wrong-host", raw(method + " " + path + " HTTP/1.1\r\nHost: elsewhere.example\r\n"));
            }
            if (route.isBrowsersOwn()) {
                expect("cross-site", asked(method, path, "Origin", "https://elsewhere.example"));
            }
            if (route.proof() == Route.Proof.USER) {
                expect("signed-out", asked(method, path));
            }
            if (route.upstream() != null) {
                String length = "Content-Length: " + (route.limits().bodyBytes() + 1) + "\r\nExpect: 100-continue\r\n";
                expect(
                        "too-large",
                        raw(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\nOrigin: "
                                + edge.url() + "\r\n" + length));
            }
        });

        assertThat(reported()).isEqualTo(refused);
    }

    @Test
    void alsoThoseOfTomcatAndOfNoRoute() {
        expect("bad-address", raw("GET //leads HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\n"));
        expect("address-too-long", asked("GET", "/leads?" + "x".repeat(3_000)));
        expect("bad-request", asked("GET", "/leads", "X-Long", "x".repeat(17_000)));
        expect("bad-request", raw("GET /a|b HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\n"));

        assertThat(reported()).isEqualTo(refused);
    }

    @Test
    void countedForAnAddressThatAsksTooOften() {
        for (int tries = 0; tries < 65; tries++) {
            int status = edge.postFromPage("/auth/sign-in", "{}").statusCode();
            if (status == 429) {
                expect("too-many-requests", status);
            }
        }

        assertThat(reported()).isEqualTo(refused).containsEntry("too-many-requests", 5);
        assertThat(acts()).allMatch(act -> "127.0.0.1".equals(act.address()));
    }

    @Test
    void alsoThatTheProgramBehindDidNotAllowIt() {
        edge.core.answer("/api/audit/entries", 403, "{}");
        expect("not-allowed", asked("GET", "/api/audit/entries", "Cookie", SomeEdge.COOKIE));

        assertThat(reported()).isEqualTo(refused);
    }

    @Test
    void afterCoreWasAwayToo() {
        expect("signed-out", asked("GET", "/api/leads"));
        edge.core.answer("/internal/acts", 503, "");
        edge.part(SendReports.class).sendEverything();
        edge.clock.forward(Duration.ofMinutes(3));
        expect("signed-out", asked("GET", "/api/leads"));
        edge.part(SendReports.class).sendEverything();
        edge.core.forget();

        assertThat(reported()).isEqualTo(refused).containsEntry("signed-out", 2);
    }

    @Test
    void andNothingIsDoneByItselfButReporting() {
        assertThat(edge.part(ScheduledTaskHolder.class).getScheduledTasks())
                .singleElement()
                .asString()
                .startsWith(SendReports.class.getName());
    }

    private void expect(String code, int status) {
        assertThat(status).as(code).isBetween(400, 499);
        refused.merge(code, 1, Integer::sum);
    }

    private int asked(String method, String path, String... headers) {
        var request = edge.request(path).method(method, BodyPublishers.noBody());
        return edge.send(headers.length == 0 ? request : request.headers(headers))
                .statusCode();
    }

    private int raw(String head) {
        try (var connection = edge.connect()) {
            return Integer.parseInt(connection
                    .say(head + "Connection: close\r\n\r\n")
                    .hearUntil("\r\n")
                    .split(" ")[1]);
        }
    }

    /** How often each reason stands in what core was told; an answer may leave just before it is counted. */
    private Map<String, Integer> reported() {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Map<String, Integer> counts = new HashMap<>();
        while (!counts.equals(refused) && System.nanoTime() < until) {
            edge.part(SendReports.class).sendEverything();
            counts = acts().stream()
                    .collect(Collectors.groupingBy(
                            ReportedAct::subject, TreeMap::new, Collectors.summingInt(ReportedAct::count)));
        }
        return counts;
    }

    private List<ReportedAct> acts() {
        return edge.core.asked("/internal/acts").stream()
                .map(SomeProgram.Asked::body)
                .flatMap(body -> JSON.readValue(body, ReportedActs.class).acts().stream())
                .peek(act -> assertThat(act.act()).isEqualTo("request.refused"))
                .toList();
    }
}
