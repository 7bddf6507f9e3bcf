package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotleads.app.bench.Ranking.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void areaIsTheShareOfPairsInOrder() {
        // Of 3 x 2 pairs four are in order, one is not, and one is equal.
        List<Scored> all = List.of(
                new Scored(3, true),
                new Scored(2, true),
                new Scored(1, true),
                new Scored(2, false),
                new Scored(0, false));

        assertThat(Ranking.areaUnderCurve(all)).isCloseTo(4.5 / 6, within(1e-12));
    }

    @Test
    void areaIsNothingWhereNothingHappened() {
        assertThat(Ranking.areaUnderCurve(List.of(new Scored(1, false)))).isNaN();
    }

    @Test
    void errorIsTheDistanceFromTheShareThatHappened() {
        // Of those given 10 % half happened, of those given 50 % all.
        List<Scored> all = List.of(
                new Scored(0.101, true), new Scored(0.099, false), new Scored(0.5, true), new Scored(0.5, true));

        assertThat(Ranking.calibrationError(all)).isCloseTo((0.4 * 2 + 0.5 * 2) / 4, within(1e-12));
    }
}
