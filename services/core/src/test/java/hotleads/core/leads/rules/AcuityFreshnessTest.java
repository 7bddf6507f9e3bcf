package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.promise;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcuityFreshnessTest {
    private final BookingFact lateCancellation = cancelled(daysAgo(3), daysAgo(3));
    private final SomeFacts weekly = someone().weeklyUntil(daysAgo(10)).with(lateCancellation);
    private final SomeFacts first = someone().with(SomeBooking.at(daysAgo(3)));

    @Test
    void marksWhatRestsOnNothingBeingBookedWhenLate() {
        assertThat(weekly.acuity(NOW, null).evaluated().reasons())
                .extracting(Reason::rule)
                .containsExactly("B1", "B2", "R2");
        assertThat(weekly.acuity(NOW, null).evaluated().reasons()).allMatch(Reason::sourceLate);
        assertThat(first.acuity(NOW, null).reason("R1").sourceLate()).isTrue();
    }

    @Test
    void changesNoPointsByBeingLate() {
        assertThat(weekly.acuity(NOW, null).evaluated().scoreTenths())
                .isEqualTo(weekly.evaluated().scoreTenths());
    }

    @Test
    void marksNothingBeforeItIsLate() {
        SomeFacts soonLate = weekly.acuity(NOW.plusMillis(1), null);

        assertThat(soonLate.evaluated().reasons()).noneMatch(Reason::sourceLate);
        assertThat(soonLate.evaluated().nextChangeAt()).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void marksNoReasonOfOurOwnActs() {
        SomeFacts promised = someone().with(promise(daysAgo(1), NOW)).acuity(NOW, null);
        SomeFacts contacted = someone()
                .with(outcome(OutcomeKind.LEFT_MESSAGE, NOW), outcome(OutcomeKind.SPOKE_NOT_NOW, NOW))
                .acuity(NOW, null);

        assertThat(promised.evaluated().reasons()).noneMatch(Reason::sourceLate);
        assertThat(contacted.evaluated().reasons()).noneMatch(Reason::sourceLate);
    }

    @Test
    void withholdsThoseReasonsWhenStoppedAndSaysSo() {
        Evaluation evaluation = weekly.acuity(daysAgo(1), NOW).evaluated();

        assertThat(evaluation.reasons()).isEmpty();
        assertThat(evaluation.placement())
                .isEqualTo(new Placement(
                        Placement.State.BELOW_THE_LINE, List.of(new Sentence("acuity-stopped", Map.of("since", NOW)))));
        assertThat(first.acuity(daysAgo(1), NOW).rules()).isEmpty();
    }

    @Test
    void withholdsNothingBeforeItStops() {
        SomeFacts soonStopped = weekly.acuity(NOW, NOW.plusMillis(1));

        assertThat(soonStopped.rules()).containsExactly("B1", "B2", "R2");
        assertThat(soonStopped.evaluated().placement().state()).isEqualTo(Placement.State.LISTED);
        assertThat(soonStopped.evaluated().nextChangeAt()).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void keepsPromisesWhenStopped() {
        SomeFacts promised = someone().with(promise(daysAgo(1), NOW)).acuity(daysAgo(1), daysAgo(1));

        assertThat(promised.rules()).containsExactly("P1");
        assertThat(promised.evaluated().placement().state()).isEqualTo(Placement.State.LISTED);
        assertThat(promised.causes()).isEmpty();
    }

    @Test
    void keepsKnownBookingsOffTheListWhenStopped() {
        assertThat(weekly.with(SomeBooking.at(inDays(1)))
                        .acuity(daysAgo(1), daysAgo(1))
                        .causes())
                .containsExactly("booked");
    }
}
