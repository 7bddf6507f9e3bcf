package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What Tony and Rob log, what it does to the list, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 100;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void someoneCancelled() {
        id++;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", null)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", id);
        core.awaitQuiet();
    }

    @Test
    void aLoggedContactLowersThePersonAndUndoRestoresThem() {
        int before = lead().get("scoreTenths").asInt();
        HttpResponse<String> logged = log("left-message", Map.of("note", "Planted note, rang once"));
        assertThat(logged.statusCode()).isEqualTo(201);
        int after = detail().get("lead").get("scoreTenths").asInt();

        core.post(undo(core.json(logged).get("id").asString()), core.tony(), Map.of());

        assertThat(after).isLessThan(before - 200);
        assertThat(lead().get("scoreTenths").asInt()).isBetween(before - 2, before);
        assertThat(detail().get("outcomes").get(0).get("undone").asBoolean()).isTrue();
    }

    @Test
    void theNoteIsReadableToStaffAndSealedInTheDatabase() {
        log("left-message", Map.of("note", "Planted note"));

        assertThat(detail().get("outcomes").get(0).get("note").asString()).isEqualTo("Planted note");
        assertThat(core.jdbc()
                        .sql("SELECT encode(note, 'escape') FROM outcome WHERE note IS NOT NULL")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(note -> note.contains("Planted"));
    }

    @Test
    void whoActsOnAnOldStateIsToldWhatTheOtherDid() {
        long seen = lead().get("recordVersion").asLong();
        log("left-message", Map.of());

        HttpResponse<String> late = core.post(
                path(), core.user(SomeCore.ROB, "admin"), Map.of("kind", "spoke-not-now", "recordVersion", seen));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(core.json(late).get("code").asString()).isEqualTo("changed-under-you");
        assertThat(core.json(late).get("latestKind").asString()).isEqualTo("left-message");
        assertThat(core.json(late).get("latestByYou").asBoolean()).isFalse();
    }

    @Test
    void aCallBackNeedsATimeAhead() {
        assertThat(core.json(log("call-back", Map.of())).get("code").asString()).isEqualTo("call-back-time");
        assertThat(core.json(log(
                                "call-back",
                                Map.of("callBackAt", now.minusSeconds(60).toString())))
                        .get("code")
                        .asString())
                .isEqualTo("call-back-time");
        assertThat(log("call-back", Map.of("callBackAt", now.plusSeconds(7_200).toString()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void unknownOutcomesLongNotesAndUnknownPeopleAreRefused() {
        assertThat(core.json(log("shouted-at", Map.of())).get("code").asString())
                .isEqualTo("unknown-outcome");
        assertThat(core.json(log("left-message", Map.of("note", "x".repeat(2_001))))
                        .get("code")
                        .asString())
                .isEqualTo("note-too-long");
        assertThat(core.post(
                                "/api/leads/" + UUID.randomUUID() + "/outcomes",
                                core.tony(),
                                Map.of("kind", "booked", "recordVersion", 1))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void viewsAndActsLeaveTheirTrace() {
        String person = lead().get("personId").asString();
        detail();
        log("booked", Map.of());

        assertThat(core.jdbc()
                        .sql("SELECT DISTINCT act FROM audit_entry WHERE actor = ? AND subject LIKE ?")
                        .params(SomeCore.TONY.toString(), "%" + person + "%")
                        .query(String.class)
                        .list())
                .contains("list.viewed", "person.viewed", "outcome.logged");
    }

    private JsonNode lead() {
        return core.leads().stream()
                .filter(lead -> lead.get("name").asString().equals("Person Number" + id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode detail() {
        String person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        return core.json(core.get("/api/leads/" + person, core.tony()));
    }

    private String path() {
        return "/api/leads/"
                + core.jdbc()
                        .sql("SELECT person_id::text FROM booking WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single()
                + "/outcomes";
    }

    private String undo(String id) {
        return path().replace("/outcomes", "/acts/" + id + "/undo");
    }

    private HttpResponse<String> log(String kind, Map<String, Object> more) {
        Map<String, Object> outcome = new HashMap<>(more);
        outcome.put("kind", kind);
        outcome.put("recordVersion", detail().get("lead").get("recordVersion").asLong());
        return core.post(path(), core.tony(), outcome);
    }
}
