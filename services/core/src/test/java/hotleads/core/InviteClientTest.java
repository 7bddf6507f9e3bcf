package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client's account is asked for where the person it will be about is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InviteClientTest {
    private static final Map<String, String> WANTED =
            Map.of("email", "planted@example.org", "displayName", "Planted Person");

    private SomeCore core;
    private String person = "";

    @BeforeAll
    void start() {
        core = SomeCore.started();
        core.sync.acuity.put(
                700L,
                appointment(700L)
                        .named("Only", "One")
                        .reachedBy("only@example.org", null)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)))
                        .build());
        core.hook("scheduled", 700);
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = 700")
                .query(String.class)
                .single();
    }

    @BeforeEach
    void authAnswers() {
        core.auth.answersInvites = 201;
        core.auth.invited.clear();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void namesThePersonAndShowsTheLinkOnce() {
        HttpResponse<String> made = invite(person);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(core.json(made).get("link").asString()).isEqualTo("https://practice.test/invite#t");
        assertThat(core.auth.invited).containsExactly(UUID.fromString(person));
        assertThat(core.jdbc()
                        .sql("SELECT act FROM audit_entry WHERE subject = ? AND act LIKE 'client.%' ORDER BY at, id")
                        .param(person)
                        .query(String.class)
                        .list())
                .contains("client.invite-asked", "client.invited");
    }

    @Test
    void isMadeForNobodyWhoIsNotThere() {
        HttpResponse<String> refused = invite(UUID.randomUUID().toString());

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(core.auth.invited).isEmpty();
    }

    @Test
    void passesOnWhyAuthMakesNone() {
        assertThat(refusal(409)).isEqualTo("409 account-exists");
        assertThat(refusal(422)).isEqualTo("422 invite-not-usable");
        assertThat(refusal(500)).isEqualTo("503 accounts-away");
    }

    @Test
    void needsBothWords() {
        assertThat(core.post("/api/people/" + person + "/invite", core.tony(), Map.of("email", "x@example.org"))
                        .statusCode())
                .isEqualTo(400);
    }

    private String refusal(int answer) {
        core.auth.answersInvites = answer;
        HttpResponse<String> refused = invite(person);
        return refused.statusCode() + " " + core.json(refused).get("code").asString();
    }

    private HttpResponse<String> invite(String whom) {
        return core.post("/api/people/" + whom + "/invite", core.tony(), WANTED);
    }
}
