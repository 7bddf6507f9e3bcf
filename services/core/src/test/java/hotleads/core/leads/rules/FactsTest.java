package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Instant ODD = NOW.plusNanos(1_234_567);
    private static final Instant EVEN = NOW.plusMillis(1);

    @Test
    void areTheSameInAnyOrder() {
        BookingFact one = SomeBooking.at(daysAgo(2));
        BookingFact other = SomeBooking.at(daysAgo(1));
        OutcomeFact first = new OutcomeFact(new UUID(0, 1), OutcomeKind.LEFT_MESSAGE, NOW, null);
        OutcomeFact second = new OutcomeFact(new UUID(0, 2), OutcomeKind.CALL_BACK, NOW, NOW);

        Facts facts = someone().with(other, one).with(second, first).facts();

        assertThat(facts.bookings()).containsExactly(one, other);
        assertThat(facts.outcomes()).containsExactly(first, second);
        assertThat(facts)
                .isEqualTo(someone().with(one, other).with(first, second).facts());
    }

    @Test
    void countWholeMilliseconds() {
        BookingFact booking = new BookingFact(1, ODD, 50, 1, 1, BookingState.ACTIVE, ODD, ODD, ODD, false, false, ODD);
        OutcomeFact outcome = new OutcomeFact(new UUID(0, 1), OutcomeKind.CALL_BACK, ODD, ODD);

        assertThat(List.of(booking.startsAt(), booking.receivedAt(), outcome.at()))
                .containsOnly(EVEN);
        assertThat(booking.createdAt()).isEqualTo(EVEN);
        assertThat(booking.lastSeenActive()).isEqualTo(EVEN);
        assertThat(booking.firstSeenCancelled()).isEqualTo(EVEN);
        assertThat(outcome.callBackAt()).isEqualTo(EVEN);
        assertThat(someone().changedDetails(ODD).facts().detailsChangedAt()).isEqualTo(EVEN);
        assertThat(new Freshness(ODD, ODD)).isEqualTo(new Freshness(EVEN, EVEN));
        assertThat(new Standing.Snooze(ODD, ODD, "tony")).isEqualTo(new Standing.Snooze(EVEN, EVEN, "tony"));
        assertThat(new MoveFact(1, ODD, ODD, ODD)).isEqualTo(new MoveFact(1, EVEN, EVEN, EVEN));
    }

    @Test
    void leaveUnknownTimesUnknown() {
        assertThat(SomeBooking.at(NOW).createdAt()).isNull();
        assertThat(someone().facts().detailsChangedAt()).isNull();
    }
}
