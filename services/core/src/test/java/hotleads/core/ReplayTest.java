package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static hotleads.core.SomeDeliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderOutcome;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Events handled again: what the dry run foretells, what the run does, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 7_000;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void someoneBooked() {
        id += 10;
        core.sync.acuity.put(id, someone().build());
    }

    @Test
    void theDryRunForetellsWhatTheRunDoes() {
        Delivery hook = arrived();
        core.sync.acuity.put(id, someone().cancelled().build());

        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");

        assertThat(tried.get("wouldChangeBookings").asInt()).isEqualTo(1);
        assertThat(tried.get("wouldChangeScores").asInt()).isEqualTo(1);
        assertThat(bookingState()).isEqualTo("booked");
        assertThat(names()).doesNotContain("Replayed " + id);

        run(tried);
        JsonNode done = awaitState(tried, "done");

        assertThat(done.get("handled").asInt()).isEqualTo(1);
        assertThat(bookingState()).isEqualTo("cancelled");
        assertThat(names()).contains("Replayed " + id);
    }

    @Test
    void aDryRunLeavesEveryTableButItsOwnAsItWas() {
        Delivery hook = arrived();
        core.sync.acuity.put(
                id,
                appointment(id).named("New", "Planted" + id).at(now).cancelled().build());
        List<Long> before = counts();

        awaitState(dryRun(Map.of("eventId", hook.id())), "tried");

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatWorkedAlreadyIsSkipped() {
        Delivery hook = arrived();

        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");
        run(tried);
        JsonNode done = awaitState(tried, "done");

        assertThat(tried.get("wouldChangeBookings").asInt()).isZero();
        assertThat(tried.get("wouldChangeScores").asInt()).isZero();
        assertThat(done.get("skipped").asInt()).isEqualTo(1);
        assertThat(done.get("asked").asInt()).isZero();
    }

    @Test
    void aBookingThatWasLostIsWrittenAnewFromWhatIsHeld() {
        Delivery hook = arrived();
        core.database.execute("DELETE FROM core.booking WHERE id = " + id);

        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");
        run(tried);
        awaitState(tried, "done");

        assertThat(tried.get("wouldChangeBookings").asInt()).isEqualTo(1);
        assertThat(bookingState()).isEqualTo("booked");
    }

    @Test
    void allThatFailedSinceAMomentIsReplayedAtOnce() {
        core.database.execute("UPDATE core.provider_state SET next_slot = now()");
        for (int tries = 0; tries < 60; tries++) {
            core.sync.next.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));
        }
        Delivery hook = delivery("scheduled", id);
        core.append(List.of(hook));
        SomeCore.await(() -> core.jdbc()
                        .sql("SELECT failures FROM look_again WHERE appointment = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 2);
        core.sync.next.clear();
        core.database.execute(
                "UPDATE core.look_again SET next_try_at = now() + interval '1 hour' WHERE appointment = " + id);

        JsonNode tried = awaitState(
                dryRun(Map.of("since", hook.receivedAt().minusSeconds(1).toString())), "tried");
        JsonNode later = awaitState(
                dryRun(Map.of("since", hook.receivedAt().plusMillis(1).toString())), "tried");
        run(tried);
        JsonNode done = awaitState(tried, "done");

        assertThat(tried.get("bookings").asInt()).isEqualTo(1);
        assertThat(tried.get("wouldChangeBookings").asInt()).isEqualTo(1);
        assertThat(later.get("bookings").asInt()).isZero();
        assertThat(done.get("handled").asInt()).isEqualTo(1);
        assertThat(bookingState()).isEqualTo("booked");
    }

    @Test
    void whatAcuityDoesNotAnswerIsSaidToBeUnclear() {
        Delivery hook = arrived();
        core.sync.next.add(core.sync.failure(ProviderOutcome.UNCLEAR, "timeout"));

        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");

        assertThat(tried.get("unclear").asInt()).isEqualTo(1);
        assertThat(tried.get("wouldChangeBookings").asInt()).isZero();
    }

    @Test
    void nothingRunsBeforeItsDryRunNorTwice() {
        Delivery hook = arrived();
        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");
        assertThat(run(tried).statusCode()).isEqualTo(202);

        HttpResponse<String> again = run(tried);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(core.json(again).get("code").asString()).isEqualTo("replay-not-tried");
        awaitState(tried, "done");
    }

    @Test
    void whatCannotBeReplayedIsRefused() {
        Delivery order = delivery("order.completed", id);
        core.append(List.of(order));

        assertThat(code(post(Map.of("eventId", order.id())))).isEqualTo("nothing-to-look-at");
        assertThat(code(post(Map.of("eventId", UUID.randomUUID())))).isEqualTo("no-such-event");
        assertThat(code(post(Map.of()))).isEqualTo("replay-what");
        assertThat(code(post(Map.of("since", now.plus(Duration.ofDays(1)).toString()))))
                .isEqualTo("replay-what");
        assertThat(core.get("/api/replays/" + UUID.randomUUID(), core.tony()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyAdminsReplayAndEachStepIsAudited() {
        Delivery hook = arrived();
        assertThat(core.post("/api/replays", core.user(SomeCore.ROB, "practitioner"), Map.of("eventId", hook.id()))
                        .statusCode())
                .isEqualTo(403);

        JsonNode tried = awaitState(dryRun(Map.of("eventId", hook.id())), "tried");
        run(tried);
        awaitState(tried, "done");

        assertThat(core.jdbc()
                        .sql("SELECT act FROM audit_entry WHERE subject_kind = 'replay' AND subject = ?")
                        .param(tried.get("id").asString())
                        .query(String.class)
                        .list())
                .contains("replay.asked", "replay.tried", "replay.run", "replay.done", "replay.viewed");
    }

    private SomeAppointments.Builder someone() {
        return appointment(id)
                .named("Replayed", Long.toString(id))
                .reachedBy("replayed" + id + "@example.org", null)
                .at(now.plus(Duration.ofDays(2)));
    }

    private Delivery arrived() {
        Delivery hook = delivery("scheduled", id);
        core.append(List.of(hook));
        core.awaitQuiet();
        return hook;
    }

    private HttpResponse<String> post(Map<String, Object> what) {
        return core.post("/api/replays", core.tony(), what);
    }

    private JsonNode dryRun(Map<String, Object> what) {
        HttpResponse<String> answer = post(what);
        assertThat(answer.statusCode()).isEqualTo(201);
        return core.json(answer);
    }

    private HttpResponse<String> run(JsonNode replay) {
        return core.post("/api/replays/" + replay.get("id").asString() + "/run", core.tony(), Map.of());
    }

    private JsonNode awaitState(JsonNode replay, String state) {
        String path = "/api/replays/" + replay.get("id").asString();
        SomeCore.await(() ->
                core.json(core.get(path, core.tony())).get("state").asString().equals(state));
        return core.json(core.get(path, core.tony()));
    }

    private String code(HttpResponse<String> refusal) {
        return core.json(refusal).get("code").asString();
    }

    private String bookingState() {
        return core.jdbc()
                .sql("SELECT state FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> names() {
        return core.leads().stream().map(lead -> lead.get("name").asString()).toList();
    }

    private List<Long> counts() {
        return List.of("person", "identity", "identity_digest", "observation", "booking", "lead", "sealing_key")
                .stream()
                .map(table -> core.jdbc()
                        .sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
