package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.madeAt;
import static hotleads.core.leads.rules.SomeBooking.missed;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B3 and B4. */
class MissedSessionTest {
    private final SomeFacts client = someone().with(SomeBooking.at(daysAgo(60)), SomeBooking.at(daysAgo(50)));

    @ParameterizedTest
    @CsvSource({"0, 360", "5, 180", "10, 90"})
    void halvesInFiveDaysFromTheSession(double days, int tenths) {
        assertThat(client.with(missed(daysAgo(days))).reason("B3").tenths()).isEqualTo(tenths);
    }

    @Test
    void fadesFromTheSessionHoweverLateTheMarkWasSeen() {
        BookingFact found = seenMissed(daysAgo(5), daysAgo(1));

        assertThat(client.with(found).reason("B3").tenths()).isEqualTo(180);
        assertThat(client.with(found).reason("B3").startsAt()).isEqualTo(daysAgo(1));
    }

    @Test
    void saysWhoConfirmedItAndRestsOnTheBooking() {
        BookingFact missed = missed(daysAgo(2));
        Reason reason = client.with(missed).reason("B3");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("B3", Map.of("startsAt", daysAgo(2), "confirmedBy", "acuity")));
        assertThat(reason.evidence())
                .containsExactly(
                        new Evidence(Source.ACUITY, Long.toString(missed.id()), daysAgo(2), missed.receivedAt()));
        assertThat(reason.removedBy()).containsExactly("booking", "attended");
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void isRemovedByABookingAhead() {
        assertThat(client.with(missed(daysAgo(2)), SomeBooking.at(inDays(3))).rules())
                .doesNotContain("B3", "B4");
    }

    @Test
    void isRemovedByASessionSince() {
        assertThat(client.with(missed(daysAgo(9)), SomeBooking.at(daysAgo(2))).rules())
                .doesNotContain("B3");
    }

    @Test
    void isRemovedByABookingMadeSinceThoughThatWasCancelled() {
        BookingFact made = madeAt(daysAgo(1), cancelled(inDays(5), NOW));

        assertThat(client.with(missed(daysAgo(2)), made).rules()).contains("B1").doesNotContain("B3");
    }

    @Test
    void isNotRemovedByABookingMadeBefore() {
        BookingFact made = madeAt(daysAgo(2), cancelled(inDays(5), NOW));

        assertThat(client.with(missed(daysAgo(2)), made).rules()).contains("B1", "B3");
    }

    @Test
    void speaksOfTheLastOfSeveral() {
        SomeFacts person = client.with(missed(daysAgo(9)), missed(daysAgo(2)));

        assertThat(person.rules()).containsOnlyOnce("B3");
        assertThat(person.reason("B3").sentence().values()).containsEntry("startsAt", daysAgo(2));
    }

    @Test
    void isRemovedBySayingThatTheyAttended() {
        SomeFacts person = someone().with(missed(daysAgo(2)));

        assertThat(person.rules()).contains("B3", "B4");
        assertThat(person.disputing(person.reason("B3")).rules()).isEmpty();
    }

    @Test
    void addsTwelvePointsWhenItWasTheirFirst() {
        SomeFacts newcomer = someone().with(missed(NOW));

        assertThat(newcomer.reason("B4").tenths()).isEqualTo(120);
        assertThat(newcomer.reason("B4").sentence()).isEqualTo(new Sentence("B4", Map.of("startsAt", NOW)));
        assertThat(newcomer.rules()).containsExactly("B3", "B4", "CAP-BOOKING");
        assertThat(newcomer.evaluated().scoreTenths()).isEqualTo(450);
    }

    @Test
    void countsAnEarlierMissAsASessionThatWasMeantToBe() {
        assertThat(someone().with(missed(daysAgo(9)), missed(daysAgo(2))).rules())
                .doesNotContain("B4");
        assertThat(someone()
                        .with(cancelled(daysAgo(9), daysAgo(20)), missed(daysAgo(2)))
                        .rules())
                .contains("B4");
        assertThat(client.with(missed(daysAgo(2))).rules()).doesNotContain("B4");
    }

    @Test
    void isNotSaidWhenAcuityHasStopped() {
        assertThat(client.with(missed(daysAgo(2)))
                        .acuity(daysAgo(1), daysAgo(1))
                        .rules())
                .isEqualTo(List.of());
    }

    private static BookingFact seenMissed(Instant startsAt, Instant seen) {
        BookingFact like = missed(startsAt);
        return new BookingFact(
                like.id(),
                startsAt,
                like.durationMinutes(),
                like.calendarId(),
                like.typeId(),
                BookingState.MISSED,
                null,
                startsAt,
                seen,
                false,
                false,
                seen);
    }
}
