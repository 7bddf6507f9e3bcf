package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentTest {
    private final Moment moment = new Moment(NOW);

    @Test
    void hasReachedItselfAndWhatIsPast() {
        assertThat(moment.hasReached(NOW)).isTrue();
        assertThat(moment.hasReached(NOW.minusMillis(1))).isTrue();
        assertThat(moment.hasReached(NOW.plusMillis(1))).isFalse();
    }

    @Test
    void neverReachesWhatHasNoTime() {
        assertThat(moment.hasReached(null)).isFalse();
        assertThat(moment.next()).isNull();
    }

    @Test
    void remembersTheFirstInstantAheadItWasAskedFor() {
        moment.hasReached(inDays(2));
        moment.hasReached(inDays(1));
        moment.hasReached(inDays(3));
        moment.hasReached(NOW);

        assertThat(moment.next()).isEqualTo(inDays(1));
    }

    @Test
    void remembersWhenACurveChanges() {
        int tenths = moment.tenthsOf(new Curve(10, Duration.ofDays(1), Course.fadingFrom(inDays(1))));

        assertThat(tenths).isZero();
        assertThat(moment.next()).isEqualTo(inDays(1));
    }

    @Test
    void countsWholeMilliseconds() {
        assertThat(new Moment(NOW.plusNanos(999_999)).hasReached(NOW.plusNanos(1)))
                .isFalse();
        assertThat(new Moment(NOW.plusNanos(999_999)).hasReached(NOW)).isTrue();
    }
}
