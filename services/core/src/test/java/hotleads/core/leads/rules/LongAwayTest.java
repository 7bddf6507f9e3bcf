package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R3. */
class LongAwayTest {

    @ParameterizedTest
    @CsvSource({"45, 160", "105, 80", "165, 40"})
    void halvesInSixtyDaysFromTheFortyFifth(double days, int tenths) {
        assertThat(away(days).reason("R3").tenths()).isEqualTo(tenths);
    }

    @Test
    void beginsAfterFortyFiveDaysAndEndsAfterAHundredAndEighty() {
        assertThat(away(44.999).rules()).doesNotContain("R3");
        assertThat(away(179.999).rules()).contains("R3");
        assertThat(away(180).rules()).isEmpty();
    }

    @Test
    void namesItsEndAsTheNextChange() {
        SomeFacts person = away(179.9999);

        assertThat(person.evaluated().nextChangeAt())
                .isEqualTo(daysAgo(179.9999).plus(Duration.ofDays(180)));
    }

    @Test
    void needsThreeSessions() {
        SomeFacts two = someone().with(SomeBooking.at(daysAgo(60)), SomeBooking.at(daysAgo(50)));

        assertThat(two.rules()).doesNotContain("R3");
    }

    @Test
    void tellsTheLastSessionAndHowMany() {
        Reason reason = away(50).reason("R3");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("R3", Map.of("lastSessionAt", daysAgo(50), "sessions", 3L)));
        assertThat(reason.evidence()).extracting(Evidence::happenedAt).containsExactly(daysAgo(50));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(5));
        assertThat(reason.removedBy()).containsExactly("booking");
    }

    @Test
    void isRemovedByABookingAhead() {
        assertThat(away(50).with(SomeBooking.at(inDays(2))).rules()).doesNotContain("R3");
    }

    @Test
    void takesTheUsualRhythmsPlaceOnceItSaysMore() {
        SomeFacts weekly = someone().weeklyUntil(daysAgo(45));

        assertThat(weekly.rules()).containsExactly("R3");
        assertThat(someone().weeklyUntil(daysAgo(30)).rules()).containsExactly("R2");
    }

    private static SomeFacts away(double days) {
        return someone()
                .with(
                        SomeBooking.at(daysAgo(days + 60)),
                        SomeBooking.at(daysAgo(days + 20)),
                        SomeBooking.at(daysAgo(days)));
    }
}
