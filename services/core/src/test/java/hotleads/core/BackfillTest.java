package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Reading far back: what it brings, what interrupts it, and how it goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackfillTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 1_000;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void anOldAppointmentNobodyTold() {
        id += 1_000;
        core.sync.acuity.put(id, earlier(id).build());
    }

    @Test
    void bringsWhatLiesBackAndTellsHowFarItIs() {
        String backfill = started();

        JsonNode done = awaitDone(backfill);

        assertThat(count("SELECT count(*) FROM booking WHERE id = " + id)).isEqualTo(1);
        assertThat(done.get("windowsDone").asInt())
                .isEqualTo(done.get("windows").asInt());
        assertThat(done.get("newRows").asInt()).isPositive();
        assertThat(done.get("rows").asInt()).isPositive();
        assertThat(done.get("rowsPerSecond").asDouble()).isPositive();
        assertThat(done.has("expectedAt")).isFalse();
    }

    @Test
    void aDryRunCountsAndStoresNothing() {
        HttpResponse<String> preview = core.post("/api/backfills/dry-run", core.tony(), from(450));

        JsonNode told = core.json(preview);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(told.get("windows").asInt()).isEqualTo(33);
        assertThat(told.get("windowsLooked").asInt()).isEqualTo(8);
        assertThat(told.get("estimated").asBoolean()).isTrue();
        assertThat(count("SELECT count(*) FROM booking WHERE id = " + id)).isZero();
    }

    @Test
    void aDryRunThatCannotReadSaysSo() {
        core.sync.nextWindows.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));

        HttpResponse<String> preview = core.post("/api/backfills/dry-run", core.tony(), from(10));

        assertThat(preview.statusCode()).isEqualTo(503);
        assertThat(core.json(preview).get("code").asString()).isEqualTo("acuity-not-read");
        assertThat(core.json(preview).get("causeCode").asString()).isEqualTo("server-error");
    }

    @Test
    void goesOnFromItsCursorAfterItsCoreWasKilled() {
        String backfill = UUID.randomUUID().toString();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        core.database.execute(
                "INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at, leased_until,"
                        + " next_try_at, windows, windows_done) VALUES ('" + backfill + "', 'running', '"
                        + today.minusDays(40)
                        + "', '" + today + "', '" + today.minusDays(13)
                        + "', now(), now() - interval '1 second', now(), 3, 1)");
        int reads = core.sync.windowReads.get();

        JsonNode done = awaitDone(backfill);

        assertThat(core.sync.windowReads.get() - reads).isEqualTo(2);
        assertThat(done.get("windowsDone").asInt()).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM booking WHERE id = " + id)).isEqualTo(1);
    }

    @Test
    void aWindowThatFailedIsReadAgainAndNothingIsPassedOver() {
        core.sync.nextWindows.add(core.sync.failure(ProviderOutcome.UNCLEAR, "timed-out"));

        JsonNode done = awaitDone(started());

        assertThat(done.get("windowsDone").asInt())
                .isEqualTo(done.get("windows").asInt());
        assertThat(done.get("leftOut").asInt()).isZero();
        assertThat(done.has("causeCode")).isFalse();
    }

    @Test
    void aRecordThatCanNeverBeReadKeepsOutNothingThatLiesBeforeIt() {
        for (int tries = 0; tries < 3; tries++) {
            core.sync.nextWindows.add(
                    new AppointmentsAnswer(ProviderOutcome.OK, null, null, List.of(), now, List.of(id + 5)));
        }

        JsonNode done = awaitDone(started());

        assertThat(done.get("leftOut").asInt()).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM booking WHERE id = " + id)).isEqualTo(1);
    }

    @Test
    void whatIsNewIsCountedOnceThoughItsCoreDiedBeforeTheWindowWasDone() {
        core.sync.acuity.put(id, earlier(id, 50).build());
        core.database.execute("""
                CREATE SEQUENCE core.deaths;
                GRANT SELECT ON core.deaths TO hl_core;
                CREATE FUNCTION core.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                  'BEGIN PERFORM nextval(''core.deaths''); RAISE ''as if core were killed here''; END';
                CREATE TRIGGER die BEFORE INSERT ON core.window_read FOR EACH ROW EXECUTE FUNCTION core.die();
                """);
        String backfill = startedForOneWindow(50);
        SomeCore.await(() -> count("SELECT count(*) FROM booking WHERE id = " + id) == 1);
        SomeCore.await(() -> count("SELECT count(*) FROM deaths WHERE is_called") == 1);
        assertThat(shown(backfill).get("windowsDone").asInt()).isZero();
        core.database.execute("""
                DROP TRIGGER die ON core.window_read; DROP FUNCTION core.die(); DROP SEQUENCE core.deaths;
                UPDATE core.backfill SET leased_until = NULL;
                """);

        JsonNode done = awaitDone(backfill);

        assertThat(done.get("rows").asInt()).isEqualTo(1);
        assertThat(done.get("newRows").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNewInAWindowThatIsLeftOutIsCountedToo() {
        for (int tries = 0; tries < 3; tries++) {
            core.sync.nextWindows.add(new AppointmentsAnswer(
                    ProviderOutcome.OK, null, null, List.of(earlier(id, 80).build()), now, List.of(id + 5)));
        }

        JsonNode done = awaitDone(startedForOneWindow(80));

        assertThat(done.get("leftOut").asInt()).isEqualTo(1);
        assertThat(done.get("rows").asInt()).isEqualTo(2);
        assertThat(done.get("newRows").asInt()).isEqualTo(1);
    }

    @Test
    void pausesAndGoesOn() {
        String backfill = started(100);
        HttpResponse<String> paused = core.post("/api/backfills/" + backfill + "/pause", core.tony(), Map.of());
        assertThat(paused.statusCode()).isEqualTo(204);
        SomeCore.await(() -> count("SELECT count(*) FROM backfill WHERE leased_until IS NOT NULL") == 0);
        int atRest = shown(backfill).get("windowsDone").asInt();
        assertThat(shown(backfill).get("state").asString()).isEqualTo("paused");
        assertThat(atRest).isLessThan(shown(backfill).get("windows").asInt());

        HttpResponse<String> again = core.post("/api/backfills/" + backfill + "/pause", core.tony(), Map.of());
        HttpResponse<String> resumed = core.post("/api/backfills/" + backfill + "/resume", core.tony(), Map.of());

        assertThat(core.json(again).get("code").asString()).isEqualTo("backfill-not-running");
        assertThat(resumed.statusCode()).isEqualTo(204);
        awaitDone(backfill);
    }

    @Test
    void thereIsOneAtATime() {
        String backfill = started();

        HttpResponse<String> refused = core.post("/api/backfills", core.tony(), from(450));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("backfill-running");
        awaitDone(backfill);
    }

    @Test
    void daysAheadAndTooFarBackAreRefused() {
        for (Map<String, Object> wanted : List.of(from(-5), from(8_000), Map.<String, Object>of())) {
            HttpResponse<String> refused = core.post("/api/backfills", core.tony(), wanted);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(core.json(refused).get("code").asString()).isEqualTo("backfill-from");
        }
    }

    @Test
    void isForAdminsOnlyAndLeavesItsTrace() {
        String backfill = started();
        awaitDone(backfill);
        for (String role : List.of("practitioner", "client")) {
            String token = core.user(SomeCore.ROB, role);
            assertThat(core.post("/api/backfills", token, from(10)).statusCode())
                    .isEqualTo(403);
            assertThat(core.post("/api/backfills/dry-run", token, from(10)).statusCode())
                    .isEqualTo(403);
            assertThat(core.post("/api/backfills/" + backfill + "/pause", token, Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(core.post("/api/backfills/" + backfill + "/resume", token, Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(core.get("/api/backfills", token).statusCode()).isEqualTo(403);
        }
        assertThat(core.jdbc()
                        .sql("SELECT DISTINCT act FROM audit_entry WHERE subject LIKE ?")
                        .param("%" + backfill + "%")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactlyInAnyOrder("backfill.started", "backfill.finished", "backfills.viewed");
    }

    private SomeAppointments.Builder earlier(long appointment) {
        return earlier(appointment, 20);
    }

    private SomeAppointments.Builder earlier(long appointment, int daysAgo) {
        return appointment(appointment)
                .named("Person", "Number" + appointment)
                .reachedBy("p" + appointment + "@example.org", null)
                .at(now.minus(Duration.ofDays(daysAgo)));
    }

    private Map<String, Object> from(int daysAgo) {
        return Map.of(
                "from",
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo).toString());
    }

    private String started() {
        return started(27);
    }

    private String started(int daysAgo) {
        HttpResponse<String> started = core.post("/api/backfills", core.tony(), from(daysAgo));
        assertThat(started.statusCode()).isEqualTo(202);
        return core.json(started).get("id").asString();
    }

    /** Around a day that no sweep reads. */
    private String startedForOneWindow(int daysAgo) {
        String backfill = UUID.randomUUID().toString();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo);
        core.database.execute("INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at,"
                + " next_try_at, windows) VALUES ('" + backfill + "', 'running', '" + day.minusDays(5) + "', '"
                + day.plusDays(5) + "', '" + day.plusDays(5) + "', now(), now(), 1)");
        return backfill;
    }

    private JsonNode awaitDone(String backfill) {
        SomeCore.await(() -> shown(backfill).get("state").asString().equals("done"));
        return shown(backfill);
    }

    private JsonNode shown(String backfill) {
        for (JsonNode item : core.json(core.get("/api/backfills", core.tony())).get("items")) {
            if (item.get("id").asString().equals(backfill)) {
                return item;
            }
        }
        throw new AssertionError("There is no backfill " + backfill);
    }

    private long count(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }
}
