package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.contracts.DeliveryBatch;
import hotleads.core.rebuilds.Derived;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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
    private final Map<String, Asked> recorded = Map.ofEntries(
            Map.entry("POST /internal/inbox", new Asked("hook.received", () -> this::deliver)),
            Map.entry("POST /internal/acts", new Asked("hook.refused", () -> this::report)),
            plain("GET /api/leads", "list.viewed"),
            plain("GET /api/leads/summary", "list.counted"),
            ofPerson("GET /api/leads/{personId}", "person.viewed", Map.of()),
            ofPerson("POST /api/leads/{personId}/outcomes", "outcome.logged", Map.of("kind", "left-message")),
            ofPerson("POST /api/leads/{personId}/snooze", "person.snoozed", Map.of()),
            Map.entry("POST /api/leads/{personId}/wake", new Asked("person.woken", this::wake)),
            ofPerson("POST /api/leads/{personId}/owner", "person.owner-set", Map.of()),
            ofPerson("POST /api/leads/{personId}/notes", "person.noted", Map.of("text", "Prefers mornings")),
            Map.entry("POST /api/leads/{personId}/disputes", new Asked("person.reason-disputed", this::dispute)),
            Map.entry(
                    "POST /api/leads/{personId}/cancelled-by-us",
                    new Asked("person.cancelled-by-us", this::cancelledByUs)),
            ofPerson(
                    "POST /api/leads/{personId}/permissions",
                    "person.permissions-set",
                    Map.of("doNotContact", false, "phone", "allowed", "voicemail", "refused", "email", "not-asked")),
            Map.entry("POST /api/leads/{personId}/acts/{actId}/undo", new Asked("act.undone", this::undo)),
            Map.entry("POST /api/leads/{personId}/presence", new Asked("person.stayed", this::stay)),
            ofPerson("POST /api/leads/{personId}/presence/end", "person.left", Map.of()),
            Map.entry(
                    "POST /api/people/search",
                    new Asked(
                            "people.searched", () -> () -> post("/api/people/search", Map.of("text", "Only Listed2")))),
            ofPerson("GET /api/people/{personId}/slots", "slots.viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/views", "person.views-viewed", Map.of()),
            plain("GET /api/connections", "connections.viewed"),
            plain("POST /api/connections/acuity/test", "connection.tested"),
            plain("POST /api/connections/acuity/run", "connection.run"),
            Map.entry("GET /api/live", new Asked("live.opened", () -> this::openStream)),
            plain("GET /api/events", "events.viewed"),
            Map.entry(
                    "GET /api/events/{eventId}", new Asked("event.viewed", () -> () -> get("/api/events/" + event()))),
            Map.entry(
                    "POST /api/events/{eventId}/reveal",
                    new Asked(
                            "event.revealed",
                            () -> () -> post("/api/events/" + event() + "/reveal", Map.of("reason", "a complaint")))),
            Map.entry(
                    "POST /api/replays",
                    new Asked("replay.asked", () -> () -> post("/api/replays", Map.of("eventId", event())))),
            Map.entry(
                    "GET /api/replays/{replayId}",
                    new Asked("replay.viewed", () -> calling(replay(), id -> get("/api/replays/" + id)))),
            Map.entry(
                    "POST /api/replays/{replayId}/run",
                    new Asked("replay.run", () -> calling(replay(), id -> post("/api/replays/" + id + "/run")))),
            plain("GET /api/backfills", "backfills.viewed"),
            Map.entry(
                    "POST /api/backfills",
                    new Asked("backfill.started", () -> () -> post("/api/backfills", Map.of("from", yesterday())))),
            Map.entry(
                    "POST /api/backfills/dry-run",
                    new Asked(
                            "backfill.previewed",
                            () -> () -> post("/api/backfills/dry-run", Map.of("from", yesterday())))),
            Map.entry(
                    "POST /api/backfills/{backfillId}/pause",
                    new Asked(
                            "backfill.paused",
                            () -> calling(backfill("running"), id -> post("/api/backfills/" + id + "/pause")))),
            Map.entry(
                    "POST /api/backfills/{backfillId}/resume",
                    new Asked(
                            "backfill.resumed",
                            () -> calling(backfill("paused"), id -> post("/api/backfills/" + id + "/resume")))),
            plain("GET /api/rebuilds", "rebuilds.viewed"),
            plain("POST /api/rebuilds", "rebuild.started"),
            plain("GET /api/sweeps", "sweeps.viewed"),
            Map.entry(
                    "GET /api/sweeps/{sweepId}",
                    new Asked("sweep.viewed", () -> () -> get("/api/sweeps/" + anyId("sweep")))),
            plain("POST /api/sweeps", "sweep.asked"),
            Map.entry(
                    "POST /api/keys/{purpose}/rotate",
                    new Asked("key.rotation-started", () -> () -> post("/api/keys/anchors/rotate"))),
            plain("GET /api/audit/entries", "audit.viewed"),
            plain("GET /api/audit/export", "audit.exported"),
            plain("POST /api/audit/verifications", "audit.verification-started"),
            plain("POST /api/audit/checker-tests", "audit.checker-tested"));

    private static final Map<String, String> NO_ENTRY = Map.of(
            "GET /healthz", "says that the program is alive",
            "GET /readyz", "says whether the program serves",
            "GET /api/openapi.json", "the public description of the API",
            "GET /api/keys", "which keys are in force since when, about nobody",
            "GET /api/audit/chains", "counts and times of the chains, about nobody",
            "GET /api/audit/verifications/{id}", "how far a check has come, whose start is recorded");

    private static final Map<String, String> JOBS = Map.ofEntries(
            Map.entry(
                    "ReadWaitingAppointments",
                    "booking.fetched or window.fetched, in the transaction that takes the answer in"),
            Map.entry("RunAskedSweeps", "sweep.started, and sweep.finished or sweep.stopped"),
            Map.entry("RunBackfill", "window.fetched for each window, and backfill.finished"),
            Map.entry("RunReplays", "booking.fetching before it reads, event.replayed, replay.tried and replay.done"),
            Map.entry("RunRebuild", "rebuild.finished"),
            Map.entry("Rotating", "key.rotated"),
            Map.entry("WatchHooks", "hooks.quiet and hooks.came-back"),
            Map.entry("IndexIdentities", "derives what is searched anew, from facts whose arrival is recorded"),
            Map.entry("EvaluateWhatIsDue", "derives what is stored anew, from facts whose arrival is recorded"),
            Map.entry("WatchFreshness", "marks what is derived as late"),
            Map.entry("HearChanges", "passes versions on to open streams, whose opening is recorded"),
            Map.entry("AnnounceChanges", "raises a version"),
            Map.entry("KeepChain", "numbers and anchors the entries themselves"));

    private static final Map<String, String> TASKS = Map.of(
            "sweep-acuity", "sweep.started, and sweep.finished or sweep.stopped",
            "sweep-acuity-nightly", "the same",
            "keep-acuity-hooks", "hook.making and hook.removing before it acts, hook.made and the like after");

    /** Where acts leave something; the rest is derived, or the trail itself. */
    private static final List<String> STORED = List.of(
            "act",
            "acuity_hook",
            "audit_verification",
            "backfill",
            "inbox_delivery",
            "key_rotation",
            "outcome",
            "practice_key",
            "presence",
            "rebuild",
            "replay",
            "replay_item",
            "sweep");

    /** A new one for each act, so that none meets what another left. */
    private static final int PEOPLE = 30;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    /** The first one's booking is what hooks tell of. */
    private long booking = 1;

    @BeforeAll
    void peopleAreListed() {
        core = SomeCore.started();
        for (long id = 1; id <= PEOPLE; id++) {
            core.sync.acuity.put(
                    id,
                    appointment(id)
                            .named("Only", "Listed" + id)
                            .reachedBy("only" + id + "@example.org", null)
                            .at(now.plus(Duration.ofDays(2)))
                            .cancelled()
                            .build());
            core.hook("canceled", id);
        }
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
        Set<String> told = new TreeSet<>(recorded.keySet());
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
                .containsExactlyInAnyOrderElementsOf(TASKS.keySet());
        assertThat(List.of("booking.fetched", "window.fetched", "sweep.started", "sweep.finished"))
                .allSatisfy(act -> assertThat(entries(core, act)).isPositive());
    }

    @Test
    void everyRouteLeavesItsEntry() {
        recorded.forEach((route, asked) -> {
            awaitNothingUnderWay();
            IntSupplier call = asked.ready.get();
            long before = entries(core, asked.act);

            int status = call.getAsInt();

            assertThat(status).as(route).isBetween(200, 299);
            assertThat(entries(core, asked.act)).as(route).isGreaterThan(before);
        });
    }

    @Test
    void nothingIsDoneWhenItsEntryCannotBeWritten() {
        recorded.forEach((route, asked) -> {
            awaitNothingUnderWay();
            IntSupplier call = asked.ready.get();
            Map<String, String> before = stored(core);

            int status = withoutEntries(core, call::getAsInt);

            assertThat(status).as(route).isBetween(500, 599);
            assertThat(stored(core)).as(route).isEqualTo(before);
        });
    }

    @Test
    void noJobGoesOnWhenItsEntryCannotBeWritten() {
        try (SomeCore still = SomeCore.started()) {
            still.standStill();
            still.database.execute("""
                    INSERT INTO core.rebuild (id, state, asked_at, stage) VALUES (gen_random_uuid(), 'running', now(), %d);
                    INSERT INTO core.replay (id, account_id, state, asked_at) VALUES (gen_random_uuid(), '%s', 'trying', now());
                    INSERT INTO core.sweep (id, kind, state, from_date, to_date, asked_at, windows)
                    VALUES (gen_random_uuid(), 'asked', 'asked', current_date, current_date, now(), 1);
                    INSERT INTO core.backfill
                      (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows, windows_done)
                    VALUES (gen_random_uuid(), 'running', current_date, current_date, current_date - 1, now(), now(), 1, 1);
                    INSERT INTO core.key_rotation (id, purpose, key, started_at, rows)
                    SELECT gen_random_uuid(), purpose, id, now(), 0 FROM core.practice_key WHERE purpose = 'anchors';
                    """.formatted(still.beans(Derived.class).size(), SomeCore.TONY));
            Map<String, String> jobs = Map.of(
                    "rotating", "key.rotated",
                    "runRebuild", "rebuild.finished",
                    "runReplays", "replay.tried",
                    "runAskedSweeps", "sweep.started",
                    "runBackfill", "backfill.finished");
            String before = states(still);

            withoutEntries(still, () -> {
                jobs.keySet()
                        .forEach(job -> assertThatThrownBy(still.job(job)::round)
                                .as(job)
                                .rootCause()
                                .hasMessageContaining("audit_entry"));
                return 0;
            });

            assertThat(states(still)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsReadForAReplayWhenThatCannotBeRecordedFirst() {
        try (SomeCore still = SomeCore.started()) {
            still.standStill();
            still.database.execute("""
                    WITH one AS (
                      INSERT INTO core.replay (id, account_id, state, asked_at)
                      VALUES (gen_random_uuid(), '%s', 'trying', now()) RETURNING id)
                    INSERT INTO core.replay_item (replay_id, appointment) SELECT id, 1 FROM one;
                    """.formatted(SomeCore.TONY));

            withoutEntries(still, () -> {
                assertThatThrownBy(still.job("runReplays")::round).rootCause().hasMessageContaining("audit_entry");
                return 0;
            });

            assertThat(still.sync.singleReads).hasValue(0);
        }
    }

    private int withoutEntries(SomeCore core, IntSupplier asked) {
        core.database.execute("REVOKE INSERT ON core.audit_entry FROM hl_core");
        try {
            return asked.getAsInt();
        } finally {
            core.database.execute("GRANT INSERT ON core.audit_entry TO hl_core");
        }
    }

    private Map<String, String> stored(SomeCore core) {
        return STORED.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> core.jdbc()
                                .sql("SELECT coalesce(string_agg(t::text, '\n' ORDER BY t::text), '') FROM " + table
                                        + " t")
                                .query(String.class)
                                .single()));
    }

    private static String states(SomeCore core) {
        return core.jdbc().sql("""
                SELECT string_agg(id || state, ',' ORDER BY id) FROM (
                  SELECT id, state FROM rebuild UNION ALL SELECT id, state FROM replay
                  UNION ALL SELECT id, coalesce(finished_at::text, 'running') FROM key_rotation
                  UNION ALL SELECT id, state FROM sweep UNION ALL SELECT id, state FROM backfill) AS under_way
                """).query(String.class).single();
    }

    /** What one route set going must not be taken for what the next one did. */
    private void awaitNothingUnderWay() {
        core.database.execute("UPDATE core.backfill SET state = 'done'");
        core.awaitQuiet();
        SomeCore.await(() -> core.jdbc().sql("""
                SELECT NOT EXISTS (SELECT 1 FROM sweep WHERE state IN ('asked', 'running'))
                  AND NOT EXISTS (SELECT 1 FROM rebuild WHERE state = 'running')
                  AND NOT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)
                  AND NOT EXISTS (SELECT 1 FROM replay WHERE state IN ('trying', 'running'))
                  AND NOT EXISTS (SELECT 1 FROM audit_verification WHERE state = 'running')
                  AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE picked OR execution_time < now())
                """).query(Boolean.class).single());
    }

    private static long entries(SomeCore core, String act) {
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

    private int get(String path) {
        return core.get(path, core.tony()).statusCode();
    }

    private int post(String path) {
        return post(path, Map.of());
    }

    private int post(String path, Map<String, ?> body) {
        return core.post(path, core.tony(), body).statusCode();
    }

    private int call(String method, String path, Map<String, ?> body) {
        return method.equals("GET") ? get(path) : post(path, body);
    }

    /** A route that needs nothing to be there. */
    private Map.Entry<String, Asked> plain(String route, String act) {
        String[] words = route.split(" ");
        return Map.entry(route, new Asked(act, () -> () -> call(words[0], words[1], Map.of())));
    }

    /** A route about someone, whose version each body carries. */
    private Map.Entry<String, Asked> ofPerson(String route, String act, Map<String, ?> body) {
        String[] words = route.split(" ");
        return Map.entry(
                route,
                new Asked(
                        act,
                        () -> calling(
                                nextPerson(),
                                person -> call(
                                        words[0],
                                        words[1].replace("{personId}", person),
                                        words[1].endsWith("/presence/end") ? Map.of() : withVersion(person, body)))));
    }

    private static IntSupplier calling(String id, Function<String, Integer> call) {
        return () -> call.apply(id);
    }

    private Map<String, ?> withVersion(String person, Map<String, ?> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put(
                "recordVersion",
                core.jdbc()
                        .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                        .param(person)
                        .query(Long.class)
                        .single());
        return whole;
    }

    private String nextPerson() {
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(++booking)
                .query(String.class)
                .single();
    }

    private IntSupplier wake() {
        String person = nextPerson();
        post("/api/leads/" + person + "/snooze", withVersion(person, Map.of()));
        return () -> post("/api/leads/" + person + "/wake", withVersion(person, Map.of()));
    }

    private IntSupplier dispute() {
        String person = nextPerson();
        String reason = core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("reasons")
                .get(0)
                .get("key")
                .asString();
        return () -> post(
                "/api/leads/" + person + "/disputes",
                withVersion(person, Map.of("reasonKey", reason, "why", "booked-elsewhere")));
    }

    private IntSupplier cancelledByUs() {
        String person = nextPerson();
        long cancelled = booking;
        return () ->
                post("/api/leads/" + person + "/cancelled-by-us", withVersion(person, Map.of("bookingId", cancelled)));
    }

    private IntSupplier undo() {
        String person = nextPerson();
        String act = core.json(
                        core.post("/api/leads/" + person + "/snooze", core.tony(), withVersion(person, Map.of())))
                .get("id")
                .asString();
        return () -> post("/api/leads/" + person + "/acts/" + act + "/undo");
    }

    /** Only the first of many beats is recorded, which is the one that says someone came. */
    private IntSupplier stay() {
        String person = nextPerson();
        core.database.execute("DELETE FROM core.presence");
        return () -> post("/api/leads/" + person + "/presence");
    }

    private String event() {
        return anyId("inbox_delivery");
    }

    private String anyId(String table) {
        return core.jdbc()
                .sql("SELECT id::text FROM " + table + " LIMIT 1")
                .query(String.class)
                .single();
    }

    private String replay() {
        return inserted("INSERT INTO core.replay (id, account_id, state, asked_at) VALUES ('%s', '" + SomeCore.TONY
                + "', 'tried', now())");
    }

    private String backfill(String state) {
        return inserted(
                """
                INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows)
                VALUES ('%s', '""" + state + "', current_date, current_date, current_date, now(), now() + interval '1 day', 1)");
    }

    private String inserted(String sql) {
        String id = UUID.randomUUID().toString();
        core.database.execute(sql.formatted(id));
        return id;
    }

    private static String yesterday() {
        // A day that is over, or has begun, in every zone.
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .minusDays(1)
                .toString();
    }

    private int deliver() {
        return core.post(
                        "/internal/inbox",
                        core.service("inbox.append"),
                        new DeliveryBatch(List.of(core.delivery("changed", 1))))
                .statusCode();
    }

    private int report() {
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

    private int openStream() {
        return core.head("/api/live", core.tony());
    }

    /** The act a route leaves, and its call, once all that it needs is there. */
    private record Asked(String act, Supplier<IntSupplier> ready) {}
}
