package hotleads.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
    private final Random random = new Random(20_261_126L);

    @Test
    void givesMorePointsForWhatWasMissedMore() {
        Card card = Card.fit(sessions(20_000));

        assertThat(card.points(new Before(30, 4, 0))).isGreaterThan(card.points(new Before(0, 4, 0)));
        assertThat(card.points(new Before(5, 4, 3))).isGreaterThan(card.points(new Before(5, 4, 0)));
    }

    @Test
    void findsEachFactorsOwnShareThoughTheyComeTogether() {
        // Whoever missed before books far ahead here, and how far ahead it is makes no difference of its own.
        List<Known> sessions = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            boolean missedBefore = random.nextInt(4) == 0;
            boolean isFarAhead = random.nextInt(10) < (missedBefore ? 9 : 1);
            sessions.add(new Known(
                    new Before(isFarAhead ? 40 : 5, 4, missedBefore ? 3 : 0),
                    random.nextInt(10) < (missedBefore ? 5 : 1)));
        }

        Card card = Card.fit(sessions);

        assertThat(card.points(new Before(40, 4, 0)) - card.points(new Before(5, 4, 0)))
                .isBetween(-1, 1);
        // ln(5/5) - ln(1/9), times four.
        assertThat(card.points(new Before(5, 4, 3)) - card.points(new Before(5, 4, 0)))
                .isBetween(8, 10);
    }

    @Test
    void isTheSameInWhateverOrderSessionsCome() {
        List<Known> sessions = sessions(3_000);
        Card one = Card.fit(sessions);
        Collections.shuffle(sessions, random);
        Card other = Card.fit(sessions);

        for (int days = 0; days < 60; days++) {
            assertThat(other.points(new Before(days, 3, 1))).isEqualTo(one.points(new Before(days, 3, 1)));
        }
    }

    @Test
    void givesNothingForWhatWasNeverSeen() {
        Card card = Card.fit(List.of());

        assertThat(card.points(new Before(30, 4, 4))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2", "3,2", "4,3", "6,3", "10,4", "11,5", "35,6", "36,7", "900,7"})
    void cutsDaysIntoSteps(int days, int step) {
        assertThat(Factor.DAYS_AHEAD.stepOf(new Before(days, 0, 0))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,0,1", "1,1,3", "50,0,1", "4,2,3", "10,9,5", "1000,1000,6"})
    void cutsHistoryIntoSteps(int earlier, int missed, int step) {
        assertThat(Factor.HISTORY.stepOf(new Before(0, earlier, missed))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "0,0,1", "0,2,-1", "0,2,3"})
    void refusesWhatCannotBe(int days, int earlier, int missed) {
        assertThatThrownBy(() -> new Before(days, earlier, missed)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Known> sessions(int count) {
        List<Known> sessions = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int days = random.nextInt(60);
            int missed = random.nextInt(5);
            sessions.add(new Known(new Before(days, 4, missed), random.nextInt(100) < 5 + days / 3 + missed * 10));
        }
        return sessions;
    }
}
