package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a sweep finds that hooks missed, what it reports, and what it must never do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
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
    void anotherAppointment() {
        id += 1_000;
    }

    @Test
    void bringsWhatNoHookToldAndSaysSo() {
        known(id, 3);
        known(id + 1, 4);
        core.sync.acuity.put(id + 1, at(id + 1, 4).cancelled().build());
        core.sync.acuity.put(id + 2, at(id + 2, 5).build());

        JsonNode report = sweep();

        assertThat(report.get("sweep").get("state").asString()).isEqualTo("whole");
        assertThat(differences(report)).isEqualTo(Map.of(id + 1, "different", id + 2, "missing"));
        assertThat(report.get("sweep").get("missing").asInt()).isEqualTo(1);
        assertThat(report.get("sweep").get("different").asInt()).isEqualTo(1);
        assertThat(stateOf(id + 1)).isEqualTo("cancelled");
        assertThat(stateOf(id + 2)).isEqualTo("booked");
    }

    @Test
    void findsNothingTheSecondTime() {
        core.sync.acuity.put(id, at(id, 3).build());
        sweep();

        JsonNode report = sweep();

        assertThat(differences(report)).isEmpty();
        assertThat(report.get("sweep").get("same").asInt()).isPositive();
        assertThat(report.get("sweep").get("windowsRead").asInt())
                .isEqualTo(report.get("sweep").get("windows").asInt());
    }

    @Test
    void looksAtEachBookingThatDidNotTurnUp() {
        known(id, 3);
        known(id + 1, 4);
        core.sync.acuity.remove(id);
        core.sync.acuity.put(id + 1, at(id + 1, 300).build());

        JsonNode report = sweep();

        assertThat(differences(report)).isEqualTo(Map.of(id, "extra", id + 1, "different"));
        assertThat(stateOf(id)).isEqualTo("gone");
        assertThat(startOf(id + 1)).isAfter(now.plus(Duration.ofDays(290)));
    }

    @Test
    void neitherDeletesNorCancelsWhenAcuityFails() {
        known(id, 3);
        core.sync.acuity.remove(id);
        core.sync.next.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));

        JsonNode report = sweep();

        assertThat(report.get("sweep").get("state").asString()).isEqualTo("stopped");
        assertThat(report.get("sweep").get("causeCode").asString()).isEqualTo("server-error");
        assertThat(stateOf(id)).isEqualTo("booked");
        core.sync.acuity.put(id, at(id, 3).build());
    }

    @Test
    void concludesNothingFromAWindowThatWasNotRead() {
        known(id, 115);
        core.sync.acuity.remove(id);
        int singleReads = core.sync.singleReads.get();
        core.sync.nextWindows.add(core.sync.failure(ProviderOutcome.UNCLEAR, "timed-out"));

        JsonNode report = sweep();

        assertThat(report.get("sweep").get("state").asString()).isEqualTo("stopped");
        assertThat(report.get("sweep").get("windowsRead").asInt())
                .isEqualTo(report.get("sweep").get("windows").asInt() - 1);
        // It lies in the last window, which is read first and failed.
        assertThat(core.sync.singleReads.get()).isEqualTo(singleReads);
        assertThat(stateOf(id)).isEqualTo("booked");
    }

    @Test
    void anEmptyListWhereABookingLiesIsNotBelieved() {
        Map<Long, AcuityAppointment> all = Map.copyOf(core.sync.acuity);
        core.sync.acuity.keySet().clear();
        known(id, 20);
        core.sync.listsNothing = true;

        JsonNode report = sweep();

        assertThat(report.get("sweep").get("state").asString()).isEqualTo("stopped");
        assertThat(report.get("sweep").get("causeCode").asString()).isEqualTo("brought-nothing");
        assertThat(stateOf(id)).isEqualTo("booked");
        assertThat(acuity().get("state").asString()).isEqualTo("late");
        assertThat(acuity().get("causeKey").asString()).isEqualTo("acuity.brought-nothing");

        core.sync.listsNothing = false;
        core.sync.acuity.putAll(all);
        assertThat(sweep().get("sweep").get("state").asString()).isEqualTo("whole");
        assertThat(acuity().get("state").asString()).isNotEqualTo("late");
    }

    private JsonNode acuity() {
        return core.json(core.get("/api/connections", core.tony()))
                .get("items")
                .valueStream()
                .filter(one -> one.get("source").asString().equals("acuity"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesTheRestAloneWhenAcuityAsksUsToWait() {
        core.sync.nextWindows.add(new AppointmentsAnswer(
                ProviderOutcome.RETRY_LATER,
                60_000L,
                "rate-limited",
                List.of(),
                Clock.systemUTC().instant()));
        int reads = core.sync.windowReads.get();

        JsonNode report = sweep();

        assertThat(report.get("sweep").get("causeCode").asString()).isEqualTo("rate-limited");
        assertThat(core.sync.windowReads.get()).isEqualTo(reads + 1);
        core.database.execute("UPDATE core.provider_state SET paused_until = NULL");
    }

    @Test
    void countsWhatAHookHadToldAlreadyApart() {
        known(id, 3);
        core.database.execute("UPDATE core.look_again SET asked = asked + 1, next_try_at = now() + interval '1 hour'"
                + " WHERE appointment = " + id);
        core.sync.acuity.put(id, at(id, 6).build());

        JsonNode report = sweep();

        assertThat(differences(report)).isEqualTo(Map.of(id, "under-way"));
        assertThat(report.get("sweep").get("different").asInt()).isZero();
        core.database.execute("UPDATE core.look_again SET next_try_at = now() WHERE appointment = " + id);
    }

    @Test
    void runsOneAtATime() {
        HttpResponse<String> asked = core.post("/api/sweeps", core.tony(), Map.of());

        HttpResponse<String> refused = core.post("/api/sweeps", core.tony(), Map.of());

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("sweep-running");
        awaitReport(core.json(asked).get("id").asString());
    }

    @Test
    void isGivenUpWhenItsCoreWasKilled() {
        core.database.execute("""
                INSERT INTO core.sweep (id, kind, state, from_date, to_date, asked_at, started_at, leased_until, windows)
                VALUES ('00000000-0000-7000-8000-00000000dead', 'regular', 'running', '2020-01-01', '2020-01-02', now(), now(),
                        now() - interval '1 second', 1)
                """);

        sweep();

        JsonNode left = report("00000000-0000-7000-8000-00000000dead");
        assertThat(left.get("sweep").get("state").asString()).isEqualTo("stopped");
        assertThat(left.get("sweep").get("causeCode").asString()).isEqualTo("core-ended");
    }

    @Test
    void reportsComeInPagesTheNewestFirst() {
        sweep();
        JsonNode newest = sweep();

        JsonNode first = core.json(core.get("/api/sweeps?limit=1", core.tony()));
        JsonNode second = core.json(
                core.get("/api/sweeps?limit=1&after=" + first.get("next").asString(), core.tony()));

        assertThat(first.get("items").get(0).get("id"))
                .isEqualTo(newest.get("sweep").get("id"));
        assertThat(second.get("items").get(0).get("id"))
                .isNotEqualTo(first.get("items").get(0).get("id"));
    }

    @Test
    void differencesComeInPages() {
        core.sync.acuity.put(id, at(id, 3).build());
        core.sync.acuity.put(id + 1, at(id + 1, 4).build());
        String report = sweep().get("sweep").get("id").asString();

        JsonNode first = core.json(core.get("/api/sweeps/" + report + "?limit=1", core.tony()));
        JsonNode second = core.json(core.get(
                "/api/sweeps/" + report + "?limit=1&after=" + first.get("next").asString(), core.tony()));

        assertThat(differences(first)).containsOnlyKeys(id);
        assertThat(differences(second)).containsOnlyKeys(id + 1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void isForAdminsOnly() {
        for (String role : List.of("practitioner", "client")) {
            String token = core.user(SomeCore.ROB, role);
            assertThat(core.post("/api/sweeps", token, Map.of()).statusCode()).isEqualTo(403);
            assertThat(core.get("/api/sweeps", token).statusCode()).isEqualTo(403);
            assertThat(core.get("/api/sweeps/00000000-0000-7000-8000-000000000001", token)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(core.get("/api/sweeps/00000000-0000-7000-8000-000000000001", core.tony())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leavesItsTrace() {
        String report = sweep().get("sweep").get("id").asString();
        core.get("/api/sweeps", core.tony());

        assertThat(core.jdbc()
                        .sql("SELECT DISTINCT act FROM audit_entry WHERE subject LIKE ?")
                        .param("%" + report + "%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "sweep.asked", "sweep.started", "sweep.finished", "sweep.viewed", "sweeps.viewed");
    }

    private SomeAppointments.Builder at(long appointment, int days) {
        return appointment(appointment)
                .named("Person", "Number" + appointment)
                .reachedBy("p" + appointment + "@example.org", null)
                .at(now.plus(Duration.ofDays(days)));
    }

    private void known(long appointment, int days) {
        core.sync.acuity.put(appointment, at(appointment, days).build());
        core.hook("scheduled", appointment);
        core.awaitQuiet();
    }

    private JsonNode sweep() {
        HttpResponse<String> asked = core.post("/api/sweeps", core.tony(), Map.of());
        assertThat(asked.statusCode()).isEqualTo(202);
        return awaitReport(core.json(asked).get("id").asString());
    }

    private JsonNode awaitReport(String sweep) {
        SomeCore.await(() -> report(sweep).get("sweep").has("finishedAt"));
        return report(sweep);
    }

    private JsonNode report(String sweep) {
        return core.json(core.get("/api/sweeps/" + sweep, core.tony()));
    }

    private static Map<Long, String> differences(JsonNode report) {
        Map<Long, String> found = new TreeMap<>();
        report.get("differences")
                .forEach(difference -> found.put(
                        difference.get("appointmentId").asLong(),
                        difference.get("kind").asString()));
        return found;
    }

    private String stateOf(long appointment) {
        return core.jdbc()
                .sql("SELECT state FROM booking WHERE id = ?")
                .param(appointment)
                .query(String.class)
                .single();
    }

    private Instant startOf(long appointment) {
        return core.jdbc()
                .sql("SELECT starts_at FROM booking WHERE id = ?")
                .param(appointment)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
