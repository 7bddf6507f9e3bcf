package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.TONY;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.promise;
import static hotleads.core.leads.rules.SomeFacts.snoozed;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Until something changes". */
class SnoozeTest {
    private final SomeFacts hot = someone().with(cancelled(inDays(5), daysAgo(2)));
    private final SomeFacts aside = hot.standing(snoozed(daysAgo(1), null));

    @Test
    void holdsWhileNothingChanges() {
        assertThat(aside.evaluated().placement().causes()).containsExactly(new Sentence("snoozed", Map.of("by", TONY)));
        assertThat(aside.causesAt(inDays(300))).containsExactly("snoozed");
        assertThat(aside.evaluated().scoreTenths()).isEqualTo(hot.evaluated().scoreTenths());
    }

    @Test
    void endsWhenAcuityTellsSomethingNew() {
        assertThat(aside.with(cancelled(inDays(9), daysAgo(0.5))).causes()).isEmpty();
    }

    @Test
    void endsWhenAnOutcomeIsLogged() {
        assertThat(aside.with(outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(0.5))).causes())
                .isEmpty();
        assertThat(aside.with(outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(1.5))).causes())
                .containsExactly("snoozed");
    }

    @Test
    void endsWhenTheirDetailsChange() {
        assertThat(aside.changedDetails(NOW).causes()).isEmpty();
        assertThat(aside.changedDetails(daysAgo(1)).causes()).containsExactly("snoozed");
    }

    @Test
    void endsWhenAReasonBeginsToSpeak() {
        SomeFacts promised = someone().with(promise(daysAgo(3), inDays(1))).standing(snoozed(daysAgo(2), null));

        assertThat(promised.causesAt(inDays(1).minusMillis(1))).containsExactly("snoozed");
        assertThat(promised.causesAt(inDays(1))).isEmpty();
    }

    @Test
    void hasNoOtherEndWhenItHasATime() {
        SomeFacts untilTomorrow = hot.standing(snoozed(daysAgo(1), inDays(1)));

        assertThat(untilTomorrow
                        .with(outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(0.5)))
                        .causes())
                .containsExactly("snoozed");
        assertThat(untilTomorrow.causesAt(inDays(1))).isEmpty();
    }
}
