package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextChangeTest {

    static LongStream seeds() {
        return LongStream.range(0, 2_500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheFirstMillisecondWithAnotherResult(long seed) {
        SomeFacts person = RandomFacts.of(seed);
        Evaluation evaluation = person.evaluated();

        // Three changes in a row, so that what follows an odd edge is looked at too.
        Instant from = NOW;
        for (int i = 0; i < 3 && evaluation.nextChangeAt() != null; i++) {
            Instant change = evaluation.nextChangeAt();
            assertThat(change).isAfter(from);
            assertHolds(person, evaluation, from, change.minusMillis(1), seed);
            Evaluation changed = person.evaluatedAt(change);
            assertThat(changed.validUntil(null)).isNotEqualTo(evaluation.validUntil(null));
            evaluation = changed;
            from = change;
        }
        if (evaluation.nextChangeAt() == null) {
            assertHolds(person, evaluation, from, from.plus(Duration.ofDays(5_000)), seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("hundredSeeds")
    void leadsThroughAllChangesToAnEnd(long seed) {
        SomeFacts person = RandomFacts.of(seed);
        Evaluation evaluation = person.evaluated();

        int changes = 0;
        while (evaluation.nextChangeAt() != null) {
            evaluation = person.evaluatedAt(evaluation.nextChangeAt());
            changes++;
        }

        assertThat(changes).isLessThan(5_000);
        assertThat(evaluation.scoreTenths()).isZero();
    }

    static LongStream hundredSeeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void isNeverForSomebodyWithoutFacts() {
        assertThat(SomeFacts.someone().evaluated().nextChangeAt()).isNull();
    }

    private static void assertHolds(SomeFacts person, Evaluation evaluation, Instant from, Instant to, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long length = Duration.between(from, to).toMillis();
        LongStream.concat(LongStream.of(length), random.longs(4, 0, length + 1))
                .mapToObj(from::plusMillis)
                .forEach(between -> assertThat(person.evaluatedAt(between)).isEqualTo(evaluation));
    }
}
