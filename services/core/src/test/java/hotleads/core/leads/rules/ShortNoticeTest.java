package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.byUs;
import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.foundCancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B2. */
class ShortNoticeTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    @Test
    void addsEightPointsJustUnderADay() {
        Reason reason =
                someone().with(cancelled(NOW.plus(A_DAY).minusMillis(1), NOW)).reason("B2");

        assertThat(reason.tenths()).isEqualTo(80);
        assertThat(reason.sentence()).isEqualTo(new Sentence("B2", Map.of("noticeHoursAtMost", 24L)));
    }

    @Test
    void addsNothingAtExactlyADay() {
        assertThat(someone().with(cancelled(NOW.plus(A_DAY), NOW)).rules()).containsExactly("B1");
    }

    @Test
    void addsNothingWhenItMayHaveBeenCancelledEarlier() {
        BookingFact uncertain = foundCancelled(daysAgo(1), daysAgo(2), daysAgo(1.1));

        assertThat(someone().with(uncertain).rules()).containsExactly("B1");
    }

    @Test
    void isCertainWhenItWasStillActiveADayBefore() {
        BookingFact certain = foundCancelled(daysAgo(1), daysAgo(1.5), daysAgo(0.5));

        Reason reason = someone().with(certain).reason("B2");

        assertThat(reason.sentence().values()).containsEntry("noticeHoursAtMost", 12L);
        assertThat(reason.evidence()).extracting(Evidence::happenedAt).containsExactly(null, daysAgo(1.5));
        assertThat(reason.evidence()).extracting(Evidence::receivedAt).containsExactly(daysAgo(0.5), daysAgo(1.5));
    }

    @Test
    void isNeverCertainOfABookingNeverSeenActive() {
        assertThat(someone().with(foundCancelled(daysAgo(1), null, NOW)).rules())
                .containsExactly("B1");
    }

    @Test
    void givesNoNoticeToOneCancelledAfterwards() {
        Reason reason = someone().with(cancelled(daysAgo(2), daysAgo(1))).reason("B2");

        assertThat(reason.sentence().values()).containsEntry("noticeHoursAtMost", 0L);
        assertThat(reason.evidence()).hasSize(1);
    }

    @Test
    void roundsHoursUp() {
        BookingFact booking = cancelled(NOW.plus(Duration.ofMinutes(61)), NOW);

        assertThat(someone().with(booking).reason("B2").sentence().values()).containsEntry("noticeHoursAtMost", 2L);
    }

    @Test
    void fadesWithTheReasonItAddsTo() {
        Reason reason = someone().with(cancelled(daysAgo(7), daysAgo(7))).reason("B2");

        assertThat(reason.tenths()).isEqualTo(40);
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(7));
        assertThat(reason.removedBy()).containsExactly("booking", "cancelled-by-us");
    }

    @Test
    void goesWithTheReasonItAddsTo() {
        BookingFact late = cancelled(daysAgo(1), daysAgo(1));

        assertThat(someone().with(byUs(late)).rules()).isEmpty();
        assertThat(someone().with(late, SomeBooking.at(inDays(1))).rules()).isEmpty();
    }
}
