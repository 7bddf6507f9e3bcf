package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.DeliveryBatch;
import hotleads.contracts.ReportedAct;
import hotleads.contracts.ReportedActs;
import hotleads.platform.endpoint.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route and job leaves an entry, and does nothing when it cannot. A new route or job that is not told of here
 * fails the test: say which entry it leaves, or why it needs none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoActWithoutItsEntryTest {
    /** What is asked of each route, and the act that must then be in the trail. */
    private static final Map<String, Asked> RECORDED = Map.ofEntries(
            Map.entry("POST /internal/inbox", new Asked("hook.received", NoActWithoutItsEntryTest::deliver)),
            Map.entry("POST /internal/acts", new Asked("hook.refused", NoActWithoutItsEntryTest::report)),
            Map.entry("GET /api/leads", new Asked("list.viewed", core -> get(core, "/api/leads"))),
            Map.entry(
                    "GET /api/leads/{personId}",
                    new Asked("person.viewed", core -> get(core, "/api/leads/" + person(core)))),
            Map.entry(
                    "POST /api/leads/{personId}/outcomes",
                    new Asked("outcome.logged", core -> logOutcome(core).statusCode())),
            Map.entry(
                    "POST /api/leads/{personId}/outcomes/{outcomeId}/undo",
                    new Asked("outcome.undone", NoActWithoutItsEntryTest::undo)),
            Map.entry("GET /api/live", new Asked("live.opened", NoActWithoutItsEntryTest::openStream)),
            Map.entry("GET /api/audit/entries", new Asked("audit.viewed", core -> get(core, "/api/audit/entries"))),
            Map.entry("GET /api/audit/export", new Asked("audit.exported", core -> get(core, "/api/audit/export"))),
            Map.entry(
                    "POST /api/audit/verifications",
                    new Asked("audit.verification-started", core -> post(core, "/api/audit/verifications"))),
            Map.entry(
                    "POST /api/audit/checker-tests",
                    new Asked("audit.checker-tested", core -> post(core, "/api/audit/checker-tests"))));

    private static final Map<String, String> NO_ENTRY = Map.of(
            "GET /healthz", "says that the program is alive",
            "GET /readyz", "says whether the program serves",
            "GET /api/openapi.json", "the public description of the API",
            "GET /api/audit/chains", "counts and times of the chains, about nobody",
            "GET /api/audit/verifications/{id}", "how far a check has come, whose start is recorded");

    private static final Map<String, String> JOBS = Map.of(
            "ReadWaitingAppointments", "booking.fetched or window.fetched, in the transaction that takes the answer in",
            "EvaluateWhatIsDue", "derives what is stored anew, from facts whose arrival is recorded",
            "WatchFreshness", "marks what is derived as late",
            "HearChanges", "passes versions on to open streams, whose opening is recorded",
            "AnnounceChanges", "raises a version",
            "KeepChain", "numbers and anchors the entries themselves");

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void someoneIsListed() {
        core = SomeCore.started();
        core.sync.acuity.put(
                1L,
                appointment(1)
                        .named("Only", "Listed")
                        .reachedBy("only@example.org", null)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", 1);
        core.awaitQuiet();
        SomeCore.await(() -> count("audit_link") > 0);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyRouteIsToldOf() {
        Set<String> routes = core.bean(Endpoints.class).rules().stream()
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toSet());
        Set<String> told = new TreeSet<>(RECORDED.keySet());
        told.addAll(NO_ENTRY.keySet());

        assertThat(told).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyJobIsToldOf() {
        Set<String> jobs = core.beans(RunUntilShutdown.class).stream()
                .map(job -> job.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(JOBS.keySet()).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(core.jdbc()
                        .sql("SELECT DISTINCT task_name FROM scheduled_tasks")
                        .query(String.class)
                        .list())
                // It leaves window.fetched for each window.
                .containsExactly("read-acuity-windows");
        assertThat(entries("window.fetched")).isPositive();
        assertThat(entries("booking.fetched")).isPositive();
    }

    @Test
    void everyRouteLeavesItsEntry() {
        RECORDED.forEach((route, asked) -> {
            long before = entries(asked.act);

            int status = asked.call.apply(core);

            assertThat(status).as(route).isBetween(200, 299);
            assertThat(entries(asked.act)).as(route).isGreaterThan(before);
        });
    }

    @Test
    void nothingIsDoneWhenItsEntryCannotBeWritten() {
        long outcomes = count("outcome");
        long deliveries = count("inbox_delivery");
        long verifications = count("audit_verification");
        UUID person = person(core);
        String outcome = core.json(logOutcome(core)).get("id").asString();
        long version = version(core);
        core.database.execute("REVOKE INSERT ON core.audit_entry FROM hl_core");
        try {
            RECORDED.forEach((route, asked) -> {
                if (!route.contains("{")) {
                    assertThat(asked.call.apply(core)).as(route).isBetween(500, 599);
                }
            });
            assertThat(core.get("/api/leads/" + person, core.tony()).statusCode())
                    .isEqualTo(500);
            assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), newOutcome(version))
                            .statusCode())
                    .isEqualTo(500);
            assertThat(core.post("/api/leads/" + person + "/outcomes/" + outcome + "/undo", core.tony(), Map.of())
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            core.database.execute("GRANT INSERT ON core.audit_entry TO hl_core");
        }

        assertThat(count("outcome")).isEqualTo(outcomes + 1);
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM outcome WHERE undone_at IS NOT NULL AND id = ?::uuid")
                        .param(outcome)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(count("inbox_delivery")).isEqualTo(deliveries);
        assertThat(count("audit_verification")).isEqualTo(verifications);
    }

    private long entries(String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static int get(SomeCore core, String path) {
        return core.get(path, core.tony()).statusCode();
    }

    private static int post(SomeCore core, String path) {
        return core.post(path, core.tony(), Map.of()).statusCode();
    }

    private static UUID person(SomeCore core) {
        return core.jdbc().sql("SELECT id FROM person").query(UUID.class).single();
    }

    private static long version(SomeCore core) {
        return core.jdbc()
                .sql("SELECT facts_version FROM person")
                .query(Long.class)
                .single();
    }

    private static java.net.http.HttpResponse<String> logOutcome(SomeCore core) {
        return core.post("/api/leads/" + person(core) + "/outcomes", core.tony(), newOutcome(version(core)));
    }

    private static Map<String, Object> newOutcome(long version) {
        return Map.of("kind", "left-message", "recordVersion", version);
    }

    private static int undo(SomeCore core) {
        String outcome = core.json(logOutcome(core)).get("id").asString();
        return core.post("/api/leads/" + person(core) + "/outcomes/" + outcome + "/undo", core.tony(), Map.of())
                .statusCode();
    }

    private static int deliver(SomeCore core) {
        return core.post(
                        "/internal/inbox",
                        core.service("inbox.append"),
                        new DeliveryBatch(List.of(core.delivery("changed", 1))))
                .statusCode();
    }

    private static int report(SomeCore core) {
        ReportedAct act = new ReportedAct(
                UUID.randomUUID(),
                Clock.systemUTC().instant(),
                "hook.refused",
                "provider",
                "acuity",
                "refused",
                3,
                "203.0.113.4",
                null);
        return core.post("/internal/acts", core.service("act.report"), new ReportedActs(List.of(act)))
                .statusCode();
    }

    private static int openStream(SomeCore core) {
        return core.head("/api/live", core.tony());
    }

    /** One call of a route, and the act it leaves. */
    private record Asked(String act, Function<SomeCore, Integer> call) {}
}
