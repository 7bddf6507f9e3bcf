package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.OutcomeKind.SPOKE_NOT_NOW;
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

/** N3. */
class NotNowTest {
    private final OutcomeFact notNow = outcome(SPOKE_NOT_NOW, daysAgo(30));
    private final SomeFacts person = someone().with(notNow);

    @Test
    void takesFortyPointsAndHalvesInThirtyDays() {
        assertThat(person.reasonAt(daysAgo(30), "N3").tenths()).isEqualTo(-400);
        assertThat(person.reason("N3").tenths()).isEqualTo(-200);
    }

    @Test
    void saysWhenTheySaidIt() {
        Reason reason = person.reason("N3");

        assertThat(reason.sentence()).isEqualTo(new Sentence("N3", Map.of("saidAt", daysAgo(30))));
        assertThat(reason.evidence())
                .containsExactly(new Evidence(Source.ACT, notNow.id().toString(), daysAgo(30), daysAgo(30)));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(30));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(30));
        assertThat(reason.removedBy()).containsExactly("their-move");
    }

    @Test
    void speaksOfTheLatest() {
        assertThat(person.with(outcome(SPOKE_NOT_NOW, NOW)).reason("N3").tenths())
                .isEqualTo(-400);
    }

    @ParameterizedTest
    @CsvSource({"31, true", "30, true", "29, false"})
    void isRemovedByABookingMadeAfter(double madeDaysAgo, boolean stays) {
        BookingFact booking = madeAt(daysAgo(madeDaysAgo), cancelled(inDays(9), NOW));

        assertThat(person.with(booking).rules().contains("N3")).isEqualTo(stays);
    }

    @Test
    void staysWhenNobodyKnowsWhenTheBookingWasMade() {
        assertThat(person.with(cancelled(inDays(9), NOW)).rules()).contains("N3");
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKED", "CALL_BACK"})
    void isRemovedByWhatTheyAskedFor(OutcomeKind move) {
        assertThat(person.with(outcome(move, daysAgo(1))).rules()).doesNotContain("N3");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BOOKED", "CALL_BACK"})
    void staysAfterOurOwnMoves(OutcomeKind kind) {
        assertThat(person.with(outcome(kind, daysAgo(1))).rules()).contains("N3");
    }
}
