package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B5. */
class MovedTwiceTest {
    private final BookingFact booking = SomeBooking.at(inDays(4));

    @ParameterizedTest
    @CsvSource({"0, 100", "14, 50", "28, 25"})
    void halvesInFourteenDaysFromTheLastMove(double days, int tenths) {
        assertThat(moved(days + 1, days).reason("B5").tenths()).isEqualTo(tenths);
    }

    @Test
    void isNothingAfterOneMove() {
        assertThat(moved(1).rules()).isEmpty();
    }

    @Test
    void isNothingWhenTheMovesLieFurtherApart() {
        assertThat(moved(31.001, 1).rules()).isEmpty();
        assertThat(moved(31, 1).rules()).containsExactly("B5");
    }

    @Test
    void remembersTwoBeforeALonelyLaterOne() {
        Reason reason = moved(50, 49, 1).reason("B5");

        assertThat(reason.startsAt()).isEqualTo(daysAgo(49));
        assertThat(reason.sentence()).isEqualTo(new Sentence("B5", Map.of("moves", 2L, "since", daysAgo(50))));
    }

    @Test
    void tellsEachMoveAndWhenItWasSeen() {
        Reason reason = moved(40, 9, 5, 2).reason("B5");

        assertThat(reason.sentence().values()).containsEntry("moves", 3L);
        assertThat(reason.evidence())
                .extracting(Evidence::receivedAt)
                .containsExactly(daysAgo(2), daysAgo(5), daysAgo(9));
        assertThat(reason.evidence())
                .allSatisfy(evidence -> assertThat(evidence.happenedAt()).isNull());
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(14));
        assertThat(reason.removedBy()).containsExactly("session");
    }

    @Test
    void isOneBookingsMovesOnly() {
        BookingFact other = SomeBooking.at(inDays(9));

        assertThat(someone()
                        .with(booking, other)
                        .with(move(booking, 2), move(other, 1))
                        .rules())
                .isEmpty();
    }

    @Test
    void isRemovedOnceASessionTookPlaceSince() {
        SomeFacts person = moved(3, 2);

        assertThat(person.rulesAt(booking.endsAt().minusMillis(1))).contains("B5");
        assertThat(person.rulesAt(booking.endsAt())).doesNotContain("B5");
    }

    @Test
    void isNotRemovedByASessionBefore() {
        assertThat(moved(3, 2).with(SomeBooking.at(daysAgo(2))).rules()).contains("B5");
        assertThat(moved(3, 2).with(SomeBooking.at(daysAgo(1.9))).rules()).doesNotContain("B5");
    }

    @Test
    void givesWayToTheCancellationOfTheSameBooking() {
        BookingFact cancelled = cancelled(inDays(4), NOW);

        assertThat(someone()
                        .with(cancelled)
                        .with(move(cancelled, 3), move(cancelled, 2))
                        .rules())
                .containsExactly("B1");
    }

    @Test
    void saysNothingOfABookingWeDoNotKnow() {
        assertThat(someone().with(move(booking, 3), move(booking, 2)).rules()).isEmpty();
    }

    private SomeFacts moved(double... days) {
        SomeFacts person = someone().with(booking);
        for (double ago : days) {
            person = person.with(move(booking, ago));
        }
        return person;
    }

    private static MoveFact move(BookingFact booking, double daysAgo) {
        return new MoveFact(booking.id(), booking.startsAt().minusSeconds(3_600), booking.startsAt(), daysAgo(daysAgo));
    }
}
