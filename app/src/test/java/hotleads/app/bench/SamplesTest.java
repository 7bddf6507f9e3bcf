package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void medianOfAnEvenNumberLiesBetween() {
        assertThat(Samples.of(4, 1, 2, 9).median()).isEqualTo(3);
    }

    @Test
    void quantileIsTheNearestRank() {
        Samples hundred =
                Samples.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(hundred.quantile(0.99)).isEqualTo(99);
        assertThat(hundred.quantile(0.5)).isEqualTo(50);
        assertThat(Samples.of(7).quantile(0.99)).isEqualTo(7);
    }

    @Test
    void welchTellsApartWhatDiffersByLessThanItsNoiseAndNothingElse() {
        Random random = new Random(7);
        List<Double> known = noise(random, 40);
        List<Double> slower = noise(random, 41);

        assertThat(Samples.welch(known, noise(random, 40))).isBetween(-4.5, 4.5);
        assertThat(Samples.welch(slower, known)).isGreaterThan(4.5);
    }

    private static List<Double> noise(Random random, double middle) {
        return random.doubles(1_000).map(one -> middle + 5 * one).boxed().toList();
    }
}
