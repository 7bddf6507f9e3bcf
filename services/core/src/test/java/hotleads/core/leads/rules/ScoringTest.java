package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a practice makes of the rules. */
class ScoringTest {
    private final BookingFact cancelled = SomeBooking.cancelled(daysAgo(3).plus(Duration.ofHours(6)), daysAgo(3));
    private final Facts facts =
            someone().weeklyUntil(daysAgo(10)).with(cancelled).facts();

    @Test
    void startsWithWhatTheRulesWereWrittenWith() {
        Evaluation started = Rules.evaluate(facts, NOW);

        assertThat(Rules.evaluate(facts, Scoring.STARTING, NOW)).isEqualTo(started);
        assertThat(started.scoringVersion()).isEqualTo(1);
        assertThat(Scoring.STARTING.weights()).hasSize(20).containsEntry("R1", new Weight(true, 480, 12));
    }

    @Test
    void givesARuleOtherPointsAndAnotherHalfLife() {
        Evaluation evaluation = Rules.evaluate(facts, with("B1", new Weight(true, 200, 3)), NOW);

        assertThat(evaluation.reasons())
                .filteredOn(reason -> reason.rule().equals("B1"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.tenths()).as("three days, one half").isEqualTo(100);
                    assertThat(reason.halfLife()).isEqualTo(Duration.ofDays(3));
                });
        assertThat(evaluation.scoringVersion()).isEqualTo(2);
    }

    @Test
    void silencesARuleAndWhatAddsToIt() {
        Evaluation evaluation = Rules.evaluate(facts, with("B1", new Weight(false, 340, 7)), NOW);

        assertThat(evaluation.reasons()).extracting(Reason::rule).containsExactly("R2");
    }

    @Test
    void keepsTheThirdOfAMissedSessionThatNobodyConfirmed() {
        Facts missed = someone()
                .with(SomeBooking.at(daysAgo(20)))
                .with(SomeBooking.at(daysAgo(0.5))
                        .with(new AttendanceFact(AttendanceFact.Came.NO, null, 0, false, 40, null, daysAgo(0.5))))
                .facts();

        int whole = tenths(missed, Scoring.STARTING, "B3");
        int half = tenths(missed, with("B3", new Weight(true, 180, 5)), "B3");

        assertThat(whole).isPositive();
        assertThat(half).isBetween(whole / 2, whole / 2 + 1);
    }

    @Test
    void saysWhenWhatItSaysChangesWhateverARuleCountsFor() {
        Scoring other = with("R2", new Weight(true, 400, 5));
        Evaluation now = Rules.evaluate(facts, other, NOW);
        Instant change = Objects.requireNonNull(now.nextChangeAt());

        assertThat(Rules.evaluatePast(facts, other, change.minusMillis(1))).isEqualTo(now.validUntil(null));
        assertThat(Rules.evaluatePast(facts, other, change)).isNotEqualTo(now.validUntil(null));
    }

    @Test
    void speaksOfEveryRuleAndLeavesEachItsDirection() {
        Map<String, Weight> starting = Scoring.STARTING.weights();

        assertThat(Scoring.areWhole(starting)).isTrue();
        assertThat(Scoring.areWhole(changed("N1", new Weight(true, 300, 2)))).isFalse();
        assertThat(Scoring.areWhole(changed("R1", new Weight(true, 0, 2)))).isFalse();
        assertThat(Scoring.areWhole(changed("R1", new Weight(true, 1001, 2)))).isFalse();
        assertThat(Scoring.areWhole(changed("R1", new Weight(true, 1000, 0)))).isFalse();
        assertThat(Scoring.areWhole(changed("R1", new Weight(true, 1000, 366)))).isFalse();
        assertThat(Scoring.areWhole(changed("R1", new Weight(false, 1000, 365))))
                .isTrue();
        assertThat(Scoring.areWhole(changed("R9", new Weight(true, 10, 1)))).isFalse();
        assertThat(Scoring.areWhole(Map.of("R1", new Weight(true, 10, 1)))).isFalse();
    }

    private static int tenths(Facts facts, Scoring scoring, String rule) {
        return Rules.evaluatePast(facts, scoring, NOW).reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToInt(Reason::tenths)
                .sum();
    }

    private static Scoring with(String rule, Weight weight) {
        return new Scoring(2, changed(rule, weight));
    }

    private static Map<String, Weight> changed(String rule, Weight weight) {
        Map<String, Weight> weights = new HashMap<>(Scoring.STARTING.weights());
        weights.put(rule, weight);
        return weights;
    }
}
