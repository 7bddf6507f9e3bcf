package hotleads.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any bytes as the body of Zoom's hook: what is kept of it names nobody. */
class ZoomBodiesFuzzTest {
    private static final Set<String> OF_A_MEETING =
            Set.of("uuid", "id", "host_id", "start_time", "end_time", "participant");

    @Test
    void whatIsKeptOfAHookNamesNobody() {
        ShortRun.of(ZoomBodiesFuzzTest.class, ZoomBodiesFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] lean = ZoomBodies.withoutPeople(input);

        assertThat(ZoomBodies.withoutPeople(lean)).isEqualTo(lean);
        assertThat(lean.length).isLessThanOrEqualTo(6 * input.length + 200);
        JsonNode kept = JsonMapper.shared().readTree(lean);
        assertThat(Set.of("event", "event_ts", "payload")).containsAll(kept.propertyNames());
        JsonNode meeting = kept.path("payload").path("object");
        assertThat(OF_A_MEETING).containsAll(meeting.propertyNames());
        JsonNode participant = meeting.path("participant");
        assertThat(participant.isMissingNode() || participant.size() == 1).isTrue();
        assertThat(participant.path("id").asString(""))
                .isIn("", meeting.path("host_id").asString(""));
    }
}
