package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.byUs;
import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.foundCancelled;
import static hotleads.core.leads.rules.SomeBooking.madeAt;
import static hotleads.core.leads.rules.SomeBooking.missed;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B1. */
class CancelledNotRebookedTest {

    @Test
    void hasItsFullPointsAtTheHourOfCancelling() {
        assertThat(someone().with(cancelled(inDays(5), NOW)).reason("B1").tenths())
                .isEqualTo(340);
    }

    @Test
    void isHalfOfThatAWeekLater() {
        assertThat(someone().with(cancelled(inDays(5), daysAgo(7))).reason("B1").tenths())
                .isEqualTo(170);
    }

    @Test
    void fadesFromTheCancellationWhenAHookToldIt() {
        Reason reason = someone().with(cancelled(daysAgo(1), daysAgo(7))).reason("B1");

        assertThat(reason.tenths()).isEqualTo(170);
        assertThat(reason.startsAt()).isEqualTo(daysAgo(7));
    }

    @Test
    void fadesFromTheStartOfTheBookingWhenTheTimeIsUnknown() {
        SomeFacts found = someone().with(foundCancelled(daysAgo(7), daysAgo(20), daysAgo(15)));

        assertThat(found.reason("B1").tenths()).isEqualTo(170);
        assertThat(found.reason("B1").startsAt()).isEqualTo(daysAgo(15));
    }

    @Test
    void doesNotFadeBeforeTheStartOfABookingFoundCancelled() {
        SomeFacts found = someone().with(foundCancelled(inDays(7), daysAgo(9), daysAgo(8)));

        assertThat(found.reason("B1").tenths()).isEqualTo(340);
        assertThat(found.evaluated().nextChangeAt()).isAfter(inDays(7));
    }

    @Test
    void isFadedAlreadyWhenFoundLongAfterTheStart() {
        SomeFacts found = someone().with(foundCancelled(daysAgo(7), daysAgo(8), NOW));

        assertThat(found.reason("B1").tenths()).isEqualTo(170);
        assertThat(found.evaluatedAt(NOW.minusMillis(1)).reasons()).isEmpty();
    }

    @Test
    void takesTheArrivalOfTheObservationWhereNothingElseIsKnown() {
        Reason reason = someone().with(foundCancelled(daysAgo(7), null, null)).reason("B1");

        assertThat(reason.startsAt()).isEqualTo(daysAgo(21));
        assertThat(reason.sentence().values()).containsOnlyKeys("startsAt", "cancelledTo");
    }

    @Test
    void isNoReasonWhileTheBookingStands() {
        assertThat(someone().with(SomeBooking.at(inDays(5))).rules()).isEmpty();
    }

    @Test
    void isNeverAMissedSession() {
        assertThat(someone().with(missed(daysAgo(1))).rules()).doesNotContain("B1", "B2");
    }

    @Test
    void isNoReasonWhenWeCancelled() {
        assertThat(someone().with(byUs(cancelled(daysAgo(1), daysAgo(1)))).rules())
                .isEmpty();
    }

    @Test
    void isRemovedByABookingAhead() {
        SomeFacts person = someone().with(cancelled(daysAgo(1), daysAgo(2)));

        assertThat(person.with(SomeBooking.at(inDays(30))).rules()).isEmpty();
    }

    @Test
    void isRemovedByABookingUnderWay() {
        SomeFacts person = someone().with(cancelled(inDays(1), daysAgo(2)));

        assertThat(person.with(SomeBooking.at(NOW.minus(Duration.ofMinutes(49))))
                        .rules())
                .isEmpty();
    }

    @Test
    void staysRemovedOnceTheBookingThatReplacedItIsOver() {
        SomeFacts person = someone().with(cancelled(daysAgo(1), daysAgo(5)));

        assertThat(person.with(SomeBooking.at(daysAgo(2))).rules()).doesNotContain("B1");
    }

    @Test
    void staysRemovedWhenTheReplacementWasMissed() {
        SomeFacts person = someone().with(cancelled(daysAgo(3), daysAgo(5)));

        assertThat(person.with(missed(daysAgo(2))).rules()).doesNotContain("B1");
    }

    @Test
    void isNotRemovedByASessionBeforeTheCancellation() {
        SomeFacts person = someone().with(cancelled(daysAgo(1), daysAgo(5)));

        assertThat(person.with(SomeBooking.at(daysAgo(5))).rules()).contains("B1");
    }

    @Test
    void isNotBroughtBackByLearningLateOfACancellationTheyCameBackFrom() {
        SomeFacts person = someone().with(foundCancelled(daysAgo(10), null, NOW));

        assertThat(person.with(SomeBooking.at(daysAgo(3))).rules()).doesNotContain("B1");
    }

    @Test
    void speaksOfTheReplacementOnlyWhenThatWasCancelledToo() {
        BookingFact first = cancelled(daysAgo(4), daysAgo(6));
        BookingFact second = madeAt(daysAgo(5), cancelled(daysAgo(1), daysAgo(2)));

        Evaluation evaluation = someone().with(first, second).evaluated();

        assertThat(evaluation.reasons())
                .filteredOn(reason -> reason.rule().equals("B1"))
                .extracting(Reason::startsAt)
                .containsExactly(daysAgo(2));
    }

    @Test
    void speaksOfEachBookingOfASeriesCancelledAtOnceWithinTheCap() {
        SomeFacts person = someone().with(cancelled(inDays(7), NOW), cancelled(inDays(14), NOW));

        assertThat(person.rules()).containsExactly("B1", "B1", "CAP-BOOKING");
        assertThat(person.reason("CAP-BOOKING").tenths()).isEqualTo(450 - 340 - 340);
        assertThat(person.evaluated().scoreTenths()).isEqualTo(450);
    }

    @Test
    void tellsTheNoticeOnlyWhereTheTimeIsExact() {
        BookingFact exact = cancelled(daysAgo(3).plus(Duration.ofMinutes(119)), daysAgo(3));

        assertThat(someone().with(exact).reason("B1").sentence())
                .isEqualTo(new Sentence(
                        "B1",
                        Map.of(
                                "startsAt",
                                exact.startsAt(),
                                "cancelledFrom",
                                daysAgo(3),
                                "cancelledTo",
                                daysAgo(3),
                                "noticeHours",
                                1L)));
    }

    @Test
    void tellsTheEdgesOtherwise() {
        BookingFact found = foundCancelled(daysAgo(1), daysAgo(3), daysAgo(2));

        assertThat(someone().with(found).reason("B1").sentence().values())
                .isEqualTo(Map.of("startsAt", daysAgo(1), "cancelledFrom", daysAgo(3), "cancelledTo", daysAgo(2)));
    }

    @Test
    void givesNoNoticeBelowNothing() {
        BookingFact afterwards = cancelled(daysAgo(2), daysAgo(1));

        assertThat(someone().with(afterwards).reason("B1").sentence().values()).containsEntry("noticeHours", 0L);
    }

    @Test
    void restsOnTheBookingAndDoesNotInventWhenItHappened() {
        BookingFact found = foundCancelled(daysAgo(1), daysAgo(3), daysAgo(2));
        String id = Long.toString(found.id());

        assertThat(someone().with(found).reason("B1").evidence())
                .containsExactly(new Evidence(Source.ACUITY, id, null, daysAgo(2)));
        assertThat(someone()
                        .with(cancelled(daysAgo(1), daysAgo(2)))
                        .reason("B1")
                        .evidence())
                .containsExactly(new Evidence(Source.ACUITY, id, daysAgo(2), daysAgo(2)));
    }

    @Test
    void carriesItsRow() {
        Reason reason = someone().with(cancelled(inDays(5), NOW)).reason("B1");

        assertThat(reason.ruleVersion()).isEqualTo(1);
        assertThat(reason.lane()).isEqualTo("lead");
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(7));
        assertThat(reason.removedBy()).containsExactly("booking", "cancelled-by-us");
        assertThat(reason.sourceLate()).isFalse();
    }
}
