package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeBooking.missed;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R1. */
class SecondNotBookedTest {

    @ParameterizedTest
    @CsvSource({"1.5, 120", "2, 240", "2.5, 360", "3, 480", "15, 240", "27, 120"})
    void buildsFromOneDayToThreeThenHalvesInTwelve(double days, int tenths) {
        assertThat(someone().with(SomeBooking.at(daysAgo(days))).reason("R1").tenths())
                .isEqualTo(tenths);
    }

    @Test
    void isNothingYetOnTheFirstDay() {
        assertThat(someone().with(SomeBooking.at(daysAgo(1))).rules()).isEmpty();
    }

    @Test
    void saysWhichSessionAndNotThatTheyCame() {
        BookingFact first = SomeBooking.at(daysAgo(3));

        Reason reason = someone().with(first).reason("R1");

        assertThat(reason.sentence()).isEqualTo(new Sentence("R1", Map.of("sessionAt", daysAgo(3))));
        assertThat(reason.evidence())
                .containsExactly(
                        new Evidence(Source.ACUITY, Long.toString(first.id()), daysAgo(3), first.receivedAt()));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(2));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(12));
        assertThat(reason.removedBy()).containsExactly("booking");
    }

    @Test
    void isRemovedByABookingAhead() {
        assertThat(someone()
                        .with(SomeBooking.at(daysAgo(3)), SomeBooking.at(inDays(9)))
                        .rules())
                .isEmpty();
    }

    @Test
    void isNothingAfterASecondSession() {
        assertThat(someone()
                        .with(SomeBooking.at(daysAgo(3)), SomeBooking.at(daysAgo(9)))
                        .rules())
                .isEmpty();
    }

    @Test
    void countsARepeatedBookingOfTheSameHourOnce() {
        BookingFact first = SomeBooking.at(daysAgo(3));
        BookingFact repeated = new BookingFact(
                first.id() + 1,
                first.startsAt(),
                50,
                1,
                1,
                BookingState.ACTIVE,
                null,
                null,
                null,
                false,
                false,
                daysAgo(4));

        assertThat(someone().with(repeated, first).reason("R1").evidence())
                .extracting(Evidence::recordId)
                .containsExactly(Long.toString(first.id()));
    }

    @Test
    void countsNeitherCancelledNorMissedSessions() {
        assertThat(someone()
                        .with(cancelled(daysAgo(3), daysAgo(30)), missed(daysAgo(3)))
                        .rules())
                .doesNotContain("R1");
        assertThat(someone()
                        .with(SomeBooking.at(daysAgo(3)), missed(daysAgo(9)))
                        .rules())
                .containsExactly("R1");
    }
}
