package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.madeAt;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** E2. */
class RepliedNotBookedTest {

    @ParameterizedTest
    @CsvSource({"4, 100", "5, 200", "15, 100", "25, 50"})
    void buildsFromThreeToFiveDaysAndThenHalvesInTen(double days, int tenths) {
        assertThat(replied(days).reason("E2").tenths()).isEqualTo(tenths);
    }

    @Test
    void isNothingBeforeThreeDays() {
        assertThat(replied(3).rules()).doesNotContain("E2");
        assertThat(replied(2.9).evaluated().nextChangeAt()).isNotNull();
    }

    @Test
    void restsOnTheLastContact() {
        SomeFacts person = replied(9).with(outcome(OutcomeKind.SPOKE_NOT_NOW, daysAgo(5)));
        Reason reason = person.reason("E2");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("E2", Map.of("repliedAt", daysAgo(5), "kind", "spoke-not-now")));
        assertThat(reason.evidence()).extracting(Evidence::source).containsExactly(Source.ACT);
        assertThat(reason.removedBy()).containsExactly("booking", "not-interested");
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(10));
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_DETAILS", "HAND_TO_PRACTITIONER"})
    void isNoReplyWhereTheyHeardNothing(OutcomeKind kind) {
        assertThat(someone().with(outcome(kind, daysAgo(5))).rules()).doesNotContain("E2");
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKED", "NOT_INTERESTED", "CALL_BACK"})
    void isRemovedByWhatSettlesIt(OutcomeKind kind) {
        assertThat(replied(9).with(outcome(kind, daysAgo(5))).rules()).doesNotContain("E2");
    }

    @Test
    void isRemovedByABookingThoughThatWasCancelled() {
        BookingFact made = madeAt(daysAgo(4), cancelled(inDays(1), daysAgo(3)));

        assertThat(replied(5).with(made).rules()).doesNotContain("E2").contains("B1");
        assertThat(replied(5).with(SomeBooking.at(inDays(1))).rules()).doesNotContain("E2");
    }

    @Test
    void isNotSaidOfSomebodyWhoCameOrWasToCome() {
        assertThat(replied(5).with(SomeBooking.at(daysAgo(30))).rules()).doesNotContain("E2");
        assertThat(replied(5).with(SomeBooking.missed(daysAgo(30))).rules()).doesNotContain("E2");
    }

    @Test
    void isNotSaidWhenAcuityHasStopped() {
        assertThat(replied(5).acuity(daysAgo(1), daysAgo(1)).rules()).doesNotContain("E2");
    }

    private static SomeFacts replied(double daysAgo) {
        return someone().with(outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(daysAgo)));
    }
}
