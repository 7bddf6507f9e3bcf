package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.OutcomeKind.HAND_TO_PRACTITIONER;
import static hotleads.core.leads.rules.OutcomeKind.LEFT_MESSAGE;
import static hotleads.core.leads.rules.OutcomeKind.WRONG_DETAILS;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** N1. */
class ContactedRecentlyTest {

    @Test
    void takesThirtyPointsAndHalvesInTwoDays() {
        assertThat(someone().with(outcome(LEFT_MESSAGE, NOW)).reason("N1").tenths())
                .isEqualTo(-300);
        assertThat(someone()
                        .with(outcome(LEFT_MESSAGE, daysAgo(2)))
                        .reason("N1")
                        .tenths())
                .isEqualTo(-150);
    }

    @Test
    void fadesAsPointsAboveNothingDo() {
        // 37.5 tenths: a half goes up, whichever side of nothing it is on.
        assertThat(someone()
                        .with(outcome(LEFT_MESSAGE, daysAgo(6)))
                        .reason("N1")
                        .tenths())
                .isEqualTo(-38);
    }

    @Test
    void speaksOfTheLatestContactOnly() {
        OutcomeFact latest = outcome(LEFT_MESSAGE, daysAgo(2));

        Reason reason = someone()
                .with(outcome(LEFT_MESSAGE, daysAgo(3)), latest, outcome(WRONG_DETAILS, daysAgo(1)))
                .reason("N1");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("N1", Map.of("contactedAt", daysAgo(2), "kind", "left-message")));
        assertThat(reason.evidence())
                .containsExactly(new Evidence(Source.ACT, latest.id().toString(), daysAgo(2), daysAgo(2)));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(2));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(2));
        assertThat(reason.removedBy()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WRONG_DETAILS", "HAND_TO_PRACTITIONER"})
    void countsWhateverReachedThem(OutcomeKind kind) {
        assertThat(someone().with(outcome(kind, NOW)).rules()).contains("N1");
    }

    @Test
    void doesNotCountWhatDidNotReachThem() {
        assertThat(someone().with(outcome(WRONG_DETAILS, NOW)).rules()).isEmpty();
        assertThat(someone().with(outcome(HAND_TO_PRACTITIONER, NOW)).rules()).isEmpty();
    }
}
