package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.OutcomeKind.LEFT_MESSAGE;
import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.madeAt;
import static hotleads.core.leads.rules.SomeFacts.NOW;
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
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** N2. */
class ThreeTriesTest {

    @Test
    void takesTwentyFivePointsWithTheThirdTry() {
        assertThat(tries(0, 7, 14).reason("N2").tenths()).isEqualTo(-250);
    }

    @Test
    void halvesInTwentyOneDaysFromTheLastTry() {
        assertThat(tries(21, 22, 23).reason("N2").tenths()).isEqualTo(-125);
    }

    @Test
    void isNothingAfterTwo() {
        assertThat(tries(0, 7).rules()).doesNotContain("N2");
    }

    @Test
    void countsOnlyMessagesAsTries() {
        assertThat(tries(1, 2).with(outcome(OutcomeKind.WRONG_DETAILS, NOW)).rules())
                .doesNotContain("N2");
    }

    @Test
    void isNothingWhenTheyAreFurtherApart() {
        assertThat(tries(0, 7, 14.001).rules()).doesNotContain("N2");
    }

    @Test
    void countsAllWithinFourteenDays() {
        SomeFacts person = tries(1, 3, 5, 7, 16);

        Reason reason = person.reason("N2");

        assertThat(reason.sentence()).isEqualTo(new Sentence("N2", Map.of("tries", 4L, "since", daysAgo(7))));
        assertThat(reason.evidence())
                .extracting(Evidence::happenedAt)
                .containsExactly(daysAgo(1), daysAgo(3), daysAgo(5), daysAgo(7));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(1));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(21));
        assertThat(reason.removedBy()).containsExactly("reply", "booking");
    }

    @Test
    void remembersThreeBeforeALonelyLaterOne() {
        Reason reason = tries(1, 20, 21, 22).reason("N2");

        assertThat(reason.startsAt()).isEqualTo(daysAgo(20));
        assertThat(reason.sentence().values()).containsEntry("tries", 3L);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKED", "CALL_BACK", "SPOKE_NOT_NOW", "NOT_INTERESTED"})
    void isRemovedByAnAnswer(OutcomeKind answer) {
        assertThat(tries(2, 3, 4).with(outcome(answer, daysAgo(1))).rules()).doesNotContain("N2");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"WRONG_DETAILS", "HAND_TO_PRACTITIONER"})
    void isNotRemovedByWhatIsNoAnswer(OutcomeKind other) {
        assertThat(tries(2, 3, 4).with(outcome(other, daysAgo(1))).rules()).contains("N2");
    }

    @ParameterizedTest
    @CsvSource({"5, true", "4, true", "3.9, false", "1, false"})
    void isRemovedByABookingMadeAfter(double madeDaysAgo, boolean stays) {
        BookingFact booking = madeAt(daysAgo(madeDaysAgo), cancelled(inDays(9), NOW));

        assertThat(tries(2, 3, 4).with(booking).rules().contains("N2")).isEqualTo(stays);
    }

    @Test
    void countsOnlyTriesSinceTheAnswer() {
        assertThat(tries(2, 4, 5)
                        .with(outcome(OutcomeKind.SPOKE_NOT_NOW, daysAgo(3)))
                        .rules())
                .doesNotContain("N2");
    }

    private static SomeFacts tries(double... days) {
        SomeFacts person = someone();
        for (double ago : days) {
            person = person.with(outcome(LEFT_MESSAGE, daysAgo(ago)));
        }
        return person;
    }
}
