package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void keepsItsValuesInTheOrderOfTheirNames() {
        Sentence sentence = new Sentence("N2", Map.of("tries", 3L, "since", NOW, "a", 1L));

        assertThat(sentence.values().keySet()).containsExactly("a", "since", "tries");
    }

    @Test
    void spellsKindsAsTheApiDoes() {
        assertThat(OutcomeKind.HAND_TO_PRACTITIONER.code()).isEqualTo("hand-to-practitioner");
    }
}
