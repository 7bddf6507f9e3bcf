package hotleads.sync.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Duration> starts = new ArrayList<>();
    private long now = 17;
    private final Pace pace = new Pace(ProviderLimit.ACUITY, () -> now, time -> now += time.toNanos(), PATIENCE);

    @Test
    void letsALoneReadGoAtOnce() {
        read();

        assertThat(starts).containsExactly(Duration.ZERO);
    }

    @Test
    void neverLetsMoreThanTenGoInASecond() {
        IntStream.range(0, 45).forEach(number -> read());

        assertThat(IntStream.range(10, 45))
                .allMatch(number ->
                        starts.get(number).minus(starts.get(number - 10)).compareTo(Duration.ofSeconds(1)) > 0);
        assertThat(starts.getLast()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void sendsNobodyWhileTheProviderRests() {
        pace.rest(Duration.ofSeconds(60));

        assertThat(read()).isEqualTo(Duration.ofSeconds(60));
        assertThat(starts).isEmpty();
    }

    @Test
    void waitsForTheEndOfAShortRest() {
        pace.rest(Duration.ofSeconds(2));

        read();

        assertThat(starts).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void keepsNoTurnForThoseItSentAway() {
        pace.rest(Duration.ofSeconds(6));
        LongStream.range(0, 1_000).forEach(number -> read());
        now += Duration.ofSeconds(6).toNanos();

        read();

        assertThat(starts).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void takesBackTheTurnOfAReadThatFails() {
        for (int i = 0; i < 100; i++) {
            try {
                pace.inTurn(
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        wait -> wait);
            } catch (IllegalStateException expected) {
                now += Duration.ofSeconds(1).toNanos();
            }
        }

        assertThat(read()).isEqualTo(Duration.ZERO);
    }

    /** The wait it was told to keep, or zero when it could read. */
    private Duration read() {
        return pace.inTurn(
                () -> {
                    starts.add(Duration.ofNanos(now - 17));
                    return Duration.ZERO;
                },
                wait -> wait);
    }
}
