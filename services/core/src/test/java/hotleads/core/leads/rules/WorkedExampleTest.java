package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A weekly client, cancelled 3 days ago with 6 hours' notice, last session 10 days ago. */
class WorkedExampleTest {
    private final BookingFact cancelled = SomeBooking.cancelled(daysAgo(3).plus(Duration.ofHours(6)), daysAgo(3));
    private final SomeFacts client = someone().weeklyUntil(daysAgo(10)).with(cancelled);

    @Test
    void addsUpToFortySixPointOne() {
        Evaluation evaluation = client.evaluated();

        assertThat(evaluation.reasons())
                .extracting(Reason::rule, Reason::tenths)
                .containsExactly(tuple("B1", 253), tuple("B2", 59), tuple("R2", 149));
        assertThat(evaluation.scoreTenths()).isEqualTo(461);
        assertThat(evaluation.band()).isEqualTo(Band.HOT);
    }

    /** The brief's own example, with the opening: 58, Hot. */
    @Test
    void addsUpToFiftyEightWhenTheirUsualHourOpens() {
        Evaluation evaluation = client.with(new OpeningFact(7, NOW.plus(Duration.ofDays(4)), daysAgo(0)))
                .evaluated();

        assertThat(evaluation.reasons())
                .extracting(Reason::rule, Reason::tenths)
                .containsExactly(tuple("B1", 253), tuple("B2", 59), tuple("R2", 149), tuple("O1", 120));
        assertThat(evaluation.scoreTenths()).isEqualTo(581);
        assertThat(evaluation.band()).isEqualTo(Band.HOT);
    }

    @Test
    void isListedAndWaitsSinceTheLastSession() {
        Evaluation evaluation = client.evaluated();

        assertThat(evaluation.placement().state()).isEqualTo(Placement.State.LISTED);
        assertThat(evaluation.placement().causes()).isEmpty();
        assertThat(evaluation.waitingSince()).isEqualTo(daysAgo(10));
    }

    @Test
    void isOffTheListOnceRebooked() {
        Evaluation evaluation =
                client.with(SomeBooking.at(NOW.plus(Duration.ofDays(2)))).evaluated();

        assertThat(evaluation.reasons()).isEmpty();
        assertThat(evaluation.scoreTenths()).isZero();
        assertThat(evaluation.placement().state()).isEqualTo(Placement.State.OFF_THE_LIST);
    }
}
