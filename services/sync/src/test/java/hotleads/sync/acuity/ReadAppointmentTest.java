package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.Program;
import hotleads.sync.SomeAnswers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReadAppointmentTest {
    private static final AcuityStandIn ACUITY = new AcuityStandIn();
    private static final Program PROGRAM = new Program(ACUITY.uri(), "10000001", "some-key");

    @AfterAll
    static void stop() {
        PROGRAM.close();
        ACUITY.close();
    }

    @Test
    void bringsTheRecordInOurWords() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, SomeAnswers.WHOLE));

        AppointmentsAnswer answer = read();

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(answer.appointments())
                .containsExactly(new AcuityAppointment(
                        399682887,
                        "Ana",
                        "Reyes",
                        "1235550103",
                        "ana@example.org",
                        Instant.parse("2026-11-24T20:30:00Z"),
                        50,
                        4038206,
                        "Dana Therapist",
                        14792299,
                        "Individual session",
                        "America/Chicago",
                        "America/New_York",
                        false,
                        null,
                        Instant.parse("2026-11-20T15:12:44Z"),
                        false,
                        List.of(),
                        null));
    }

    @Test
    void asksUnderTheBaseWithTheKeyInAHeaderOnly() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, SomeAnswers.WHOLE));

        read();

        AcuityStandIn.Asked asked = ACUITY.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/acuity/api/v1/appointments/399682887");
        assertThat(asked.headers().get("Authorization")).containsExactly("Basic MTAwMDAwMDE6c29tZS1rZXk=");
    }

    @Test
    void dropsWhatTheProductDoesNotNeed() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, SomeAnswers.WHOLE));

        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/appointment", "{\"id\":399682887}");

        assertThat(answer.body()).doesNotContain("secret").doesNotContain("120.00");
    }

    @Test
    void isGoneWhenAcuitySaysSo() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(404, SomeAnswers.NO_SUCH_APPOINTMENT));

        assertThat(read().outcome()).isEqualTo(ProviderOutcome.GONE);
    }

    @Test
    void doesNotTakeAnotherAppointmentForTheOneAskedFor() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, SomeAnswers.appointment(1, "")));

        AppointmentsAnswer answer = read();

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(answer.appointments()).isEmpty();
    }

    @Test
    void namesARecordThatMissesAFieldWeNeed() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, "{\"id\":399682887,\"firstName\":\"Ana\"}"));

        AppointmentsAnswer answer = read();

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(answer.cause()).isEqualTo("bad-content");
        assertThat(answer.unreadable()).containsExactly(399682887L);
    }

    @Test
    void refusesAnOrderThatNamesNoAppointment() throws Exception {
        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/appointment", "{\"id\":0}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad-id\"");
    }

    private static AppointmentsAnswer read() throws Exception {
        return PROGRAM.ask("/internal/acuity/appointment", "{\"id\":399682887}", AppointmentsAnswer.class);
    }
}
