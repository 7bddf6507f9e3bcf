package hotleads.core.leads;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.leads.ReasonShown.EvidenceShown;
import hotleads.core.leads.ReasonShown.SentenceShown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredEvaluationTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final StoredEvaluation SOME = new StoredEvaluation(
            List.of(new ReasonShown(
                    "B1",
                    "B1:é7",
                    3,
                    "booking",
                    412,
                    new SentenceShown("cancelled", Map.of("at", "2026-11-20T09:00:00Z", "type", "\"Café\" [1]")),
                    List.of(new EvidenceShown("acuity", "7", null, MONDAY)),
                    MONDAY,
                    7.5,
                    List.of("booked"),
                    false)),
            new PlacementShown("off-the-list", List.of(new SentenceShown("snoozed", Map.of("until", "later")))));

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void goesToAPageAsItWasSealed() {
        byte[] sealed = json.writeValueAsBytes(SOME);

        byte[] shown = json.writeValueAsBytes(StoredEvaluation.read(sealed, json));

        assertThat(new String(shown, StandardCharsets.UTF_8)).isEqualTo(new String(sealed, StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatWasSealedToWhoeverAsks() {
        StoredEvaluation read = StoredEvaluation.read(json.writeValueAsBytes(SOME), json);

        assertThat(read).isEqualTo(SOME);
    }

    @Test
    void holdsNoReasonsWhenNoneWereSealed() {
        byte[] sealed = json.writeValueAsBytes(new StoredEvaluation(List.of(), SOME.placement()));

        assertThat(StoredEvaluation.read(sealed, json).reasons()).isEmpty();
    }
}
