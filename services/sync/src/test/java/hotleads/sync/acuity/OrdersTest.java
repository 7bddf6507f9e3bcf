package hotleads.sync.acuity;

import static hotleads.sync.AcuityStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.sync.AcuityStandIn;
import hotleads.sync.Program;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of core as they come over the wire, and those that make no sense. */
class OrdersTest {
    private static final AcuityStandIn ACUITY = new AcuityStandIn();
    private static final Program PROGRAM = new Program(ACUITY.uri(), "10000001", "some-key");

    @AfterAll
    static void stop() {
        PROGRAM.close();
        ACUITY.close();
    }

    @Test
    void forFreeTimesAreAnsweredInTimesCoreReads() throws Exception {
        ACUITY.reacts(json(200, "[{\"time\":\"2026-11-24T15:30:00-0500\",\"slotsAvailable\":1}]"));

        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/free-times", """
                {"date":"2026-11-24","typeId":1,"calendarId":2,"zone":"America/New_York"}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"outcome\":\"OK\"", "[\"2026-11-24T20:30:00Z\"]");
    }

    @Test
    void forFreeDatesNameAMonthAndAreAnsweredInDates() throws Exception {
        ACUITY.reacts(json(200, "[{\"date\":\"2026-12-01\"}]"));

        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/free-dates", """
                {"month":"2026-12","typeId":1,"calendarId":2,"zone":"America/New_York"}""");

        assertThat(answer.body()).contains("[\"2026-12-01\"]");
        assertThat(ACUITY.asked().getFirst().path()).contains("month=2026-12");
    }

    @Test
    void forTheAccountNeedNoBody() throws Exception {
        ACUITY.reacts(json(200, "{\"id\":10000001,\"timezone\":\"America/New_York\"}"));

        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/account", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"zone\":\"America/New_York\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /internal/acuity/free-dates  | {"typeId":1,"calendarId":2,"zone":"America/New_York"}
            /internal/acuity/free-dates  | {"month":"2026-12","typeId":1,"calendarId":2}
            /internal/acuity/free-dates  | {"month":"2026-12","typeId":0,"calendarId":2,"zone":"America/New_York"}
            /internal/acuity/free-times  | {"date":"2026-11-24","typeId":1,"calendarId":2,"zone":"Mars/Crater&max=1"}
            /internal/acuity/free-times  | {"typeId":1,"calendarId":2,"zone":"America/New_York"}
            /internal/acuity/free-times  | {"date":"2026-11-24","typeId":1,"calendarId":-2,"zone":"America/New_York"}
            /internal/acuity/time-check  | {"typeId":1,"calendarId":2}
            """)
    void thatMakeNoSenseAreRefusedAndNobodyIsAsked(String path, String order) throws Exception {
        ACUITY.reacts(json(200, "[]"));

        HttpResponse<String> answer = PROGRAM.post(path, order);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bad-query");
        assertThat(ACUITY.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /internal/acuity/hooks/new     | {"event":"appointment.changed"}                  | bad-hook
            /internal/acuity/hooks/new     | {"event":"appointment.changed","target":"/here"} | bad-hook
            /internal/acuity/hooks/new     | {"target":"https://practice.example.org/a"}      | bad-hook
            /internal/acuity/hooks/removal | {"id":0}                                         | bad-id
            """)
    void forHooksWithoutAnAddressOrIdAreRefused(String path, String order, String code) throws Exception {
        ACUITY.reacts(json(200, "[]"));

        HttpResponse<String> answer = PROGRAM.write(path, order);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
        assertThat(ACUITY.asked()).isEmpty();
    }

    @Test
    void toMakeAHookNeedATokenForWriting() throws Exception {
        String order = "{\"event\":\"appointment.changed\",\"target\":\"https://practice.example.org/a\"}";

        assertThat(PROGRAM.post("/internal/acuity/hooks/new", order).statusCode())
                .isEqualTo(403);
    }
}
