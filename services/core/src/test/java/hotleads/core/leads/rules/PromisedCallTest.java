package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.OutcomeKind.CALL_BACK;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.promise;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P1. */
class PromisedCallTest {

    @Test
    void countsFromTheSetTimeOn() {
        SomeFacts person = someone().with(promise(daysAgo(1), NOW));

        assertThat(person.reason("P1").tenths()).isEqualTo(500);
        assertThat(person.evaluatedAt(NOW.minusMillis(1)).reasons())
                .extracting(Reason::rule)
                .doesNotContain("P1");
        assertThat(person.evaluatedAt(NOW.minusMillis(1)).nextChangeAt()).isEqualTo(NOW);
    }

    @Test
    void halvesInTwoDays() {
        assertThat(someone().with(promise(daysAgo(3), daysAgo(2))).reason("P1").tenths())
                .isEqualTo(250);
    }

    @Test
    void saysWhatWasPromisedWhen() {
        OutcomeFact promise = promise(daysAgo(3), daysAgo(2));

        Reason reason = someone().with(promise).reason("P1");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("P1", Map.of("callAt", daysAgo(2), "promisedAt", daysAgo(3))));
        assertThat(reason.evidence())
                .containsExactly(new Evidence(Source.ACT, promise.id().toString(), daysAgo(3), daysAgo(3)));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(2));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(2));
        assertThat(reason.removedBy()).containsExactly("outcome");
    }

    @Test
    void isNoPromiseWithoutASetTime() {
        assertThat(someone().with(outcome(CALL_BACK, daysAgo(1))).rules()).doesNotContain("P1");
    }

    @Test
    void isNoPromiseWhenLoggedAsSomethingElse() {
        OutcomeFact other = new OutcomeFact(new UUID(0, 1), OutcomeKind.LEFT_MESSAGE, daysAgo(1), NOW);

        assertThat(someone().with(other).rules()).doesNotContain("P1");
    }

    @ParameterizedTest
    @EnumSource
    void isRemovedByAnyLaterOutcome(OutcomeKind kind) {
        SomeFacts person = someone().with(promise(daysAgo(3), daysAgo(2)), outcome(kind, daysAgo(1)));

        assertThat(person.rules()).doesNotContain("P1");
    }

    @Test
    void isNotRemovedByAnEarlierOutcome() {
        SomeFacts person =
                someone().with(promise(daysAgo(3), daysAgo(2)), outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(4)));

        assertThat(person.rules()).containsExactly("P1");
    }

    @Test
    void listsThemEvenWhenTheyAreBooked() {
        SomeFacts person = someone().with(promise(daysAgo(3), NOW)).with(SomeBooking.at(inDays(2)));

        assertThat(person.evaluated().placement().state()).isEqualTo(Placement.State.LISTED);
        assertThat(person.causes()).isEmpty();
    }

    @Test
    void doesNotListBookedOnesOnceItHasFadedBelowTheLine() {
        SomeFacts person = someone().with(promise(daysAgo(6), daysAgo(5))).with(SomeBooking.at(inDays(2)));

        assertThat(person.evaluated().scoreTenths()).isEqualTo(88);
        assertThat(person.causes()).containsExactly("booked");
    }

    @Test
    void listsNobodyAgainstAnyOtherCause() {
        SomeFacts person = someone().with(promise(daysAgo(3), NOW)).unreachable();

        assertThat(person.causes()).containsExactly("no-usable-channel");
    }

    @Test
    void suspendsWhatLastingSilenceOrContactsTakeAway() {
        SomeFacts person = someone()
                .with(
                        outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(6)),
                        outcome(OutcomeKind.SPOKE_NOT_NOW, daysAgo(5)),
                        promise(daysAgo(4), NOW));

        assertThat(person.rules()).containsExactly("P1");
        assertThat(person.evaluatedAt(NOW.minusMillis(1)).reasons())
                .extracting(Reason::rule)
                .containsExactly("N1", "FLOOR");
    }

    @Test
    void staysDueAfterItsPointsAreGone() {
        SomeFacts person = someone().with(promise(daysAgo(41), daysAgo(40)));

        assertThat(person.evaluated().reasons()).isEmpty();
        assertThat(person.evaluated().nextChangeAt()).isNull();
    }
}
