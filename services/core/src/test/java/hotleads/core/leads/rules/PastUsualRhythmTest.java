package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R2. */
class PastUsualRhythmTest {

    @ParameterizedTest
    @CsvSource({"9.8, 130", "10, 149", "11.2, 260", "32.2, 130"})
    void buildsFromOnePointTwoToOnePointSixGapsThenHalvesInTwentyOneDays(double days, int tenths) {
        assertThat(someone().weeklyUntil(daysAgo(days)).reason("R2").tenths()).isEqualTo(tenths);
    }

    @Test
    void isNothingWithinTheRhythm() {
        assertThat(someone().weeklyUntil(daysAgo(8.4)).rules()).isEmpty();
    }

    @Test
    void saysTheRhythmAndTheLastSession() {
        SomeFacts client = someone().weeklyUntil(daysAgo(10));

        Reason reason = client.reason("R2");

        assertThat(reason.sentence())
                .isEqualTo(new Sentence("R2", Map.of("lastSessionAt", daysAgo(10), "usualGapDays", 7L)));
        assertThat(reason.startsAt()).isEqualTo(daysAgo(10 - 8.4));
        assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(21));
        assertThat(reason.removedBy()).containsExactly("booking");
    }

    @Test
    void opensTheFiveSessionsAroundTheFourGapsLatestFirst() {
        SomeFacts client = someone().with(SomeBooking.at(daysAgo(45))).weeklyUntil(daysAgo(10));

        assertThat(client.reason("R2").evidence())
                .extracting(Evidence::happenedAt)
                .containsExactly(daysAgo(10), daysAgo(17), daysAgo(24), daysAgo(31), daysAgo(38));
    }

    @Test
    void isRemovedByABookingAhead() {
        assertThat(someone()
                        .weeklyUntil(daysAgo(10))
                        .with(SomeBooking.at(inDays(1)))
                        .rules())
                .isEmpty();
    }

    @Test
    void needsFourGaps() {
        assertThat(every(7, 4).rules()).isEmpty();
        assertThat(every(7, 5).rules()).containsExactly("R2");
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5, true", "45, true", "45.01, false"})
    void needsARhythmOfFiveToFortyFiveDays(double gap, boolean found) {
        assertThat(every(gap, 5).rules().contains("R2")).isEqualTo(found);
    }

    @Test
    void takesTheMedianOfTheLastFourGaps() {
        // Gaps, oldest first: 40 (too old to count), then 30, 6, 8, 14: the median is 11.
        SomeFacts client = at(98 + 15, 58 + 15, 28 + 15, 22 + 15, 14 + 15, 15);

        assertThat(client.reason("R2").sentence().values()).containsEntry("usualGapDays", 11L);
        assertThat(client.reason("R2").startsAt()).isEqualTo(daysAgo(15 - 13.2));
    }

    @Test
    void roundsTheGapInItsSentenceOnly() {
        assertThat(every(7.5, 5).reason("R2").sentence().values()).containsEntry("usualGapDays", 8L);
        assertThat(every(7.49, 5).reason("R2").sentence().values()).containsEntry("usualGapDays", 7L);
    }

    @Test
    void countsNoCancelledSession() {
        SomeFacts four = every(7, 4);

        assertThat(four.with(cancelled(NOW, daysAgo(60))).rules()).doesNotContain("R2");
    }

    /** Sessions at a regular gap, the last one 1.5 gaps ago. */
    private static SomeFacts every(double gapDays, int sessions) {
        double[] days = new double[sessions];
        for (int i = 0; i < sessions; i++) {
            days[i] = gapDays * (1.5 + i);
        }
        return at(days);
    }

    private static SomeFacts at(double... days) {
        SomeFacts client = someone();
        for (double ago : days) {
            client = client.with(SomeBooking.at(daysAgo(ago)));
        }
        return client;
    }
}
