package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    @Test
    void isNothingBeforeItStarts() {
        Curve curve = new Curve(100, TEN_DAYS, Course.fadingFrom(NOW));

        assertThat(curve.tenthsAt(NOW.minusMillis(1))).isZero();
        assertThat(curve.tenthsAt(NOW)).isEqualTo(100);
        assertThat(curve.nextChangeAfter(daysAgo(9))).isEqualTo(NOW);
    }

    @Test
    void roundsHalvesUp() {
        // 10 tenths over 10 days: one a day, so a half after half a day.
        Curve curve = new Curve(10, TEN_DAYS, Course.building(NOW, inDays(10)));

        assertThat(curve.tenthsAt(inDays(0.5).minusMillis(1))).isZero();
        assertThat(curve.tenthsAt(inDays(0.5))).isEqualTo(1);
        assertThat(curve.tenthsAt(inDays(1.5).minusMillis(1))).isEqualTo(1);
        assertThat(curve.tenthsAt(inDays(1.5))).isEqualTo(2);
        assertThat(curve.nextChangeAfter(NOW)).isEqualTo(inDays(0.5));
        assertThat(curve.nextChangeAfter(inDays(0.5))).isEqualTo(inDays(1.5));
    }

    @Test
    void roundsHalvesUpWhileFading() {
        Curve curve = new Curve(5, TEN_DAYS, Course.fadingFrom(NOW));

        // 2.5 tenths.
        assertThat(curve.tenthsAt(inDays(10))).isEqualTo(3);
        assertThat(curve.tenthsAt(inDays(10).plusMillis(1))).isEqualTo(2);
    }

    @Test
    void fadesFromTheTopOfItsLine() {
        Curve curve = new Curve(10, TEN_DAYS, Course.building(NOW, inDays(10)));

        assertThat(curve.tenthsAt(inDays(9.5))).isEqualTo(10);
        assertThat(curve.nextChangeAfter(inDays(9.5))).isBetween(inDays(10), inDays(11));
        assertThat(curve.tenthsAt(inDays(20))).isEqualTo(5);
    }

    @Test
    void endsOnceNothingIsLeft() {
        Curve curve = new Curve(4, TEN_DAYS, Course.fadingFrom(NOW));

        // Half a tenth is left after three halvings, and shown as one.
        assertThat(curve.tenthsAt(inDays(30))).isEqualTo(1);
        assertThat(curve.nextChangeAfter(inDays(30))).isEqualTo(inDays(30).plusMillis(1));
        assertThat(curve.nextChangeAfter(inDays(31))).isNull();
    }

    @Test
    void mirrorsPointsBelowNothing() {
        Curve above = new Curve(300, TEN_DAYS, Course.fadingFrom(NOW));
        Curve below = new Curve(-300, TEN_DAYS, Course.fadingFrom(NOW));

        assertThat(below.tenthsAt(inDays(7.3))).isEqualTo(-above.tenthsAt(inDays(7.3)));
        assertThat(below.nextChangeAfter(inDays(7.3))).isEqualTo(above.nextChangeAfter(inDays(7.3)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesByOneTenthAtEachChangeAndNowhereElse(long seed) {
        Curve curve = someCurve(new SplittableRandom(seed));
        Instant time = daysAgo(0);

        int steps = 0;
        Instant next = curve.nextChangeAfter(time);
        while (next != null) {
            int before = curve.tenthsAt(time);
            assertThat(next).isAfter(time);
            assertThat(curve.tenthsAt(next.minusMillis(1))).isEqualTo(before);
            assertThat(Math.abs(curve.tenthsAt(next) - before)).isEqualTo(steps == 0 ? 0 : 1);
            time = next;
            next = curve.nextChangeAfter(time);
            steps++;
        }

        assertThat(curve.tenthsAt(time)).isZero();
        assertThat(steps).isEqualTo(2 * Math.abs(curve.points()) + 1);
    }

    private static Curve someCurve(SplittableRandom random) {
        Instant start = NOW.plusMillis(random.nextLong(1, 1_000_000));
        Instant full = start.plusMillis(random.nextLong(1_000_000, 10_000_000_000L));
        int points = random.nextInt(1, 600) * (random.nextBoolean() ? 1 : -1);
        return new Curve(points, Duration.ofMinutes(random.nextLong(1_000, 100_000)), Course.building(start, full));
    }
}
