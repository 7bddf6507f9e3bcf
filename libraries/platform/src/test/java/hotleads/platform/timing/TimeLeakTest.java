package hotleads.platform.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeLeakTest {
    private final Random random = new Random(7);

    @Test
    void isSilentAboutNoiseAlone() {
        for (int round = 0; round < 200; round++) {
            assertThat(TimeLeak.welch(times(i -> noise()), times(i -> noise())))
                    .isBetween(-TimeLeak.LIMIT, TimeLeak.LIMIT);
        }
    }

    @Test
    void findsALeakFarSmallerThanTheNoise() {
        long[] quick = times(i -> noise());
        long[] slow = times(i -> noise() + 30);

        assertThat(TimeLeak.welch(slow, quick)).isGreaterThan(TimeLeak.LIMIT);
        assertThat(TimeLeak.welch(quick, slow)).isLessThan(-TimeLeak.LIMIT);
    }

    @Test
    void isNotBlindedByAMachineThatStandsStillNowAndThen() {
        IntToLongFunction stalls = i -> i % 50 == 0 ? 5_000_000 : 0;

        assertThat(TimeLeak.welch(
                        times(i -> noise() + 30 + stalls.applyAsLong(i)), times(i -> noise() + stalls.applyAsLong(i))))
                .isGreaterThan(TimeLeak.LIMIT);
    }

    private long noise() {
        return 1_000 + Math.round(100 * random.nextGaussian());
    }

    private static long[] times(IntToLongFunction one) {
        return IntStream.range(0, 10_000).mapToLong(one::applyAsLong).toArray();
    }
}
