package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

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
}
