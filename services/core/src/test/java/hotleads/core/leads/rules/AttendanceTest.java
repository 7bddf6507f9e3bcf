package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.leads.rules.AttendanceFact.Came;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rests on who was in which room: B3 in its three strengths, B6, B7, and what a missed session is not. */
class AttendanceTest {
    private final SomeFacts client = someone().with(SomeBooking.at(daysAgo(60)), SomeBooking.at(daysAgo(50)));

    @ParameterizedTest
    @CsvSource(
            value = {"NONE, 60, nobody", "two-facts, 180, two-facts", "person, 180, person"},
            nullValues = "NONE")
    void aMissedSessionCountsByHowSureItIs(String confirmedBy, int tenths, String said) {
        // Half of 12 and of 36 points, five days later.
        Reason reason = client.with(seen(daysAgo(5), Came.NO, confirmedBy)).reason("B3");

        assertThat(reason.tenths()).isEqualTo(tenths);
        assertThat(reason.sentence().values()).containsEntry("confirmedBy", said);
    }

    @Test
    void acuitysMarkIsSureByItself() {
        BookingFact marked = SomeBooking.missed(daysAgo(0)).with(fact(Came.NO, null, daysAgo(0)));

        assertThat(client.with(marked).reason("B3").tenths()).isEqualTo(360);
    }

    @Test
    void nothingIsMissedThatNobodySaw() {
        assertThat(client.with(seen(daysAgo(1), Came.NOT_KNOWN, null)).rules()).doesNotContain("B3");
        assertThat(client.with(SomeBooking.at(daysAgo(1))).rules()).doesNotContain("B3");
    }

    @Test
    void whoSaysThatTheyCameTakesAcuitysMarkAway() {
        BookingFact marked = SomeBooking.missed(daysAgo(1)).with(fact(Came.YES, AttendanceFact.BY_A_PERSON, NOW));

        assertThat(client.with(marked).rules()).doesNotContain("B3", "B4");
    }

    @Test
    void whatWasSeenDoesNotTakeAcuitysMarkAway() {
        BookingFact marked = SomeBooking.missed(daysAgo(1)).with(fact(Came.YES, null, NOW));

        assertThat(client.with(marked).rules()).contains("B3");
    }

    @Test
    void aBookingAheadTakesItAway() {
        assertThat(client.with(seen(daysAgo(1), Came.NO, null), SomeBooking.at(inDays(3)))
                        .rules())
                .doesNotContain("B3");
    }

    @Test
    void theFirstOneMissedIsWorse() {
        assertThat(someone().with(seen(daysAgo(1), Came.NO, "two-facts")).rules())
                .contains("B3", "B4");
    }

    @Test
    void aMissedSessionIsNoFirstSession() {
        assertThat(someone().with(SomeBooking.at(daysAgo(3))).rules()).contains("R1");
        assertThat(someone().with(seen(daysAgo(3), Came.NO, null)).rules()).doesNotContain("R1");
    }

    @Test
    void itRestsOnTheBookingAndOnWhatWasSeen() {
        BookingFact missed = seen(daysAgo(1), Came.NO, null);

        assertThat(client.with(missed).reason("B3").evidence())
                .extracting(Evidence::source)
                .containsExactly(Source.ACUITY, Source.ZOOM);
    }

    @Test
    void whatWasSeenIsMarkedWhileAttendanceIsLateAndAPersonsWordIsNot() {
        assertThat(late(client.with(seen(daysAgo(1), Came.NO, null)))).isTrue();
        assertThat(late(client.with(seen(daysAgo(1), Came.NO, AttendanceFact.BY_A_PERSON))))
                .isFalse();
    }

    @Test
    void leavingEarlyIsAReasonUntilASessionInFull() {
        SomeFacts left = client.with(leftEarly(daysAgo(9)));

        assertThat(left.rules()).contains("B6");
        assertThat(left.with(seen(daysAgo(2), Came.YES, null)).rules()).doesNotContain("B6");
    }

    @Test
    void comingLateIsOneOfTwoInThree() {
        SomeFacts once = client.with(lateBy(daysAgo(20), 12), seen(daysAgo(12), Came.YES, null));

        assertThat(once.with(lateBy(daysAgo(5), 15)).rules()).contains("B7");
        assertThat(once.with(lateBy(daysAgo(5), 9)).rules()).doesNotContain("B7");
        assertThat(once.with(lateBy(daysAgo(5), 15), seen(daysAgo(1), Came.YES, null))
                        .rules())
                .doesNotContain("B7");
    }

    @Test
    void aMissedSessionIsNoSessionThatTookPlaceAfterTwoMoves() {
        BookingFact moved = SomeBooking.at(daysAgo(20));
        SomeFacts facts = someone()
                .with(moved)
                .with(
                        new MoveFact(moved.id(), daysAgo(22), daysAgo(21), daysAgo(26)),
                        new MoveFact(moved.id(), daysAgo(21), daysAgo(20), daysAgo(25)));

        assertThat(facts.rules()).doesNotContain("B5");
        SomeFacts missed = someone()
                .with(moved.with(fact(Came.NO, null, daysAgo(20))))
                .with(
                        new MoveFact(moved.id(), daysAgo(22), daysAgo(21), daysAgo(26)),
                        new MoveFact(moved.id(), daysAgo(21), daysAgo(20), daysAgo(25)));
        assertThat(missed.rules()).containsAnyOf("B5", "B3");
    }

    private static boolean late(SomeFacts facts) {
        Facts known = facts.facts();
        Facts behind = new Facts(
                known.bookings(),
                known.moves(),
                known.outcomes(),
                known.disputed(),
                known.standing(),
                known.usableChannel(),
                known.detailsChangedAt(),
                known.acuity(),
                new Freshness(daysAgo(0.1), null),
                known.crm(),
                known.openings());
        return Rules.evaluate(behind, NOW).reasons().stream()
                .filter(reason -> reason.rule().equals("B3"))
                .allMatch(Reason::sourceLate);
    }

    private static BookingFact seen(Instant startsAt, Came came, @Nullable String confirmedBy) {
        return SomeBooking.at(startsAt).with(fact(came, confirmedBy, startsAt.plusSeconds(4_000)));
    }

    private static BookingFact leftEarly(Instant startsAt) {
        return SomeBooking.at(startsAt)
                .with(new AttendanceFact(Came.YES, null, 0, true, 50, null, startsAt.plusSeconds(4_000)));
    }

    private static BookingFact lateBy(Instant startsAt, int minutes) {
        return SomeBooking.at(startsAt)
                .with(new AttendanceFact(Came.YES, null, minutes, false, 50, null, startsAt.plusSeconds(4_000)));
    }

    private static AttendanceFact fact(Came came, @Nullable String confirmedBy, Instant receivedAt) {
        return new AttendanceFact(came, confirmedBy, 0, false, 17, null, receivedAt.isAfter(NOW) ? NOW : receivedAt);
    }
}
