package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.OutcomeKind.BOOKED;
import static hotleads.core.leads.rules.OutcomeKind.CALL_BACK;
import static hotleads.core.leads.rules.OutcomeKind.HAND_TO_PRACTITIONER;
import static hotleads.core.leads.rules.OutcomeKind.LEFT_MESSAGE;
import static hotleads.core.leads.rules.OutcomeKind.NOT_INTERESTED;
import static hotleads.core.leads.rules.OutcomeKind.SPOKE_NOT_NOW;
import static hotleads.core.leads.rules.OutcomeKind.WRONG_DETAILS;
import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.madeAt;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AfterOutcomeTest {
    private final SomeFacts hot = someone().with(cancelled(inDays(9), daysAgo(1)));
    private final BookingFact newlyMade = madeAt(daysAgo(0.5), cancelled(inDays(3), NOW));
    private final BookingFact madeBefore = madeAt(daysAgo(1), cancelled(inDays(3), NOW));

    @Test
    void bookedWaitsTwoDaysForTheBooking() {
        SomeFacts person = hot.with(outcome(BOOKED, daysAgo(1)));

        assertThat(person.evaluated().placement().causes())
                .containsExactly(new Sentence("waiting-for-booking", Map.of("until", inDays(1))));
        assertThat(person.causesAt(inDays(1).minusMillis(1))).containsExactly("waiting-for-booking");
        assertThat(person.causesAt(inDays(1))).isEmpty();
    }

    @Test
    void bookedWaitsNoLongerOnceTheBookingIsThere() {
        SomeFacts person = hot.with(outcome(BOOKED, daysAgo(1)));

        assertThat(person.with(SomeBooking.at(inDays(3))).causes()).containsExactly("booked");
        assertThat(person.with(newlyMade).causes()).isEmpty();
        assertThat(person.with(madeBefore).causes()).containsExactly("waiting-for-booking");
    }

    @Test
    void bookedIsOverruledByWhatIsLoggedAfter() {
        SomeFacts person = hot.with(outcome(BOOKED, daysAgo(1)));

        assertThat(person.with(outcome(LEFT_MESSAGE, daysAgo(0.5))).causes()).isEmpty();
    }

    @Test
    void notInterestedHoldsForGood() {
        SomeFacts person = hot.with(outcome(NOT_INTERESTED, daysAgo(1)));

        assertThat(person.evaluated().placement().causes())
                .containsExactly(new Sentence("not-interested", Map.of("saidAt", daysAgo(1))));
        assertThat(person.causesAt(inDays(4_000))).containsExactly("not-interested");
    }

    @Test
    void notInterestedEndsWithTheirNextMove() {
        SomeFacts person = hot.with(outcome(NOT_INTERESTED, daysAgo(1)));

        assertThat(person.with(newlyMade).causes()).isEmpty();
        assertThat(person.with(madeBefore).causes()).containsExactly("not-interested");
        assertThat(person.with(outcome(CALL_BACK, daysAgo(0.5))).causes()).isEmpty();
        assertThat(person.with(outcome(SPOKE_NOT_NOW, daysAgo(0.5))).causes()).containsExactly("not-interested");
    }

    @Test
    void wrongDetailsHoldUntilTheyChange() {
        SomeFacts person = hot.with(outcome(WRONG_DETAILS, daysAgo(1)));

        assertThat(person.evaluated().placement().causes())
                .containsExactly(new Sentence("wrong-details", Map.of("saidAt", daysAgo(1))));
        assertThat(person.changedDetails(daysAgo(1)).causes()).containsExactly("wrong-details");
        assertThat(person.changedDetails(daysAgo(0.9)).causes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL_BACK", "SPOKE_NOT_NOW"})
    void wrongDetailsWereRightIfTheyAnswerAfterAll(OutcomeKind answer) {
        SomeFacts person = hot.with(outcome(WRONG_DETAILS, daysAgo(1)));

        assertThat(person.with(outcome(answer, daysAgo(0.5))).causes()).isEmpty();
        assertThat(person.with(outcome(answer, daysAgo(1.5))).causes()).containsExactly("wrong-details");
        assertThat(person.with(outcome(LEFT_MESSAGE, daysAgo(0.5))).causes()).containsExactly("wrong-details");
    }

    @Test
    void thePractitionerHasThemForAWeek() {
        SomeFacts person = hot.with(outcome(HAND_TO_PRACTITIONER, daysAgo(1)));

        assertThat(person.evaluated().placement().causes())
                .containsExactly(new Sentence("practitioner-hold", Map.of("until", inDays(6))));
        assertThat(person.causesAt(inDays(6).minusMillis(1))).containsExactly("practitioner-hold");
        assertThat(person.causesAt(inDays(6))).isEmpty();
    }

    @Test
    void thePractitionerHasThemUntilTheyBook() {
        SomeFacts person = hot.with(outcome(HAND_TO_PRACTITIONER, daysAgo(1)));

        assertThat(person.with(newlyMade).causes()).isEmpty();
        assertThat(person.with(madeBefore).causes()).containsExactly("practitioner-hold");
        assertThat(person.with(outcome(LEFT_MESSAGE, daysAgo(0.5))).causes()).containsExactly("practitioner-hold");
    }
}
