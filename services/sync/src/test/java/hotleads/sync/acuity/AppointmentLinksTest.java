package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.sync.AcuityStandIn;
import hotleads.sync.Program;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a client may go: only addresses that a browser may safely follow. */
class AppointmentLinksTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AcuityStandIn ACUITY = new AcuityStandIn();
    private static final Program PROGRAM = new Program(ACUITY.uri(), "10000001", "some-key");
    private static final String PAGE =
            "https://app.acuityscheduling.com/schedule.php?owner=1&action=appt&id%5B%5D=0123";

    @AfterAll
    static void stop() {
        PROGRAM.close();
        ACUITY.close();
    }

    @Test
    void areItsOwnPageAndTheFirstAddressOfItsLocation() throws Exception {
        JsonNode links = links(PAGE, "Video: https://meet.example.org/room/7 (no telephone)");

        assertThat(links.get("change").asString()).isEqualTo(PAGE);
        assertThat(links.get("join").asString()).isEqualTo("https://meet.example.org/room/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 Some Street",
                "javascript:alert(1)",
                "http://meet.example.org/room",
                "https://someone@meet.example.org/room",
                "https://",
                "https://exa mple"
            })
    void areNoneWhenTheLocationIsNoSafeAddress(String location) throws Exception {
        assertThat(links("", location).path("join").isString()).isFalse();
        assertThat(links("", location).path("change").isString()).isFalse();
    }

    @Test
    void ofAnotherAppointmentAreNotTakenForThis() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, "{\"id\":8,\"confirmationPage\":\"" + PAGE + "\"}"));

        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/appointment-links", "{\"id\":7}");

        assertThat(JSON.readTree(answer.body()).get("outcome").asString()).isEqualTo("UNCLEAR");
        assertThat(answer.body()).doesNotContain("acuityscheduling");
    }

    @Test
    void areNotAskedForWithoutAnId() throws Exception {
        assertThat(PROGRAM.post("/internal/acuity/appointment-links", "{}").statusCode())
                .isEqualTo(400);
    }

    private static JsonNode links(String page, String location) throws Exception {
        ACUITY.reacts(AcuityStandIn.json(
                200,
                JSON.writeValueAsString(JSON.createObjectNode()
                        .put("id", 7)
                        .put("confirmationPage", page)
                        .put("location", location))));
        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/appointment-links", "{\"id\":7}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("content");
    }
}
