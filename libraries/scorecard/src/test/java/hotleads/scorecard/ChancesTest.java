package hotleads.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChancesTest {
    private static final Before FAR_AHEAD = new Before(40, 0, 0);
    private static final Before TODAY = new Before(0, 0, 0);

    @Test
    void areTheShareMissedOfThoseWithAsManyPoints() {
        Chances chances = chances(1_000, 200, 1_000, 600);

        assertThat(chances.usual()).isEqualTo(0.4);
        // As if twenty more were known of each, missed as often as all.
        assertThat(chances.of(TODAY)).isCloseTo((200 + 8) / 1_020.0, within(1e-12));
        assertThat(chances.of(FAR_AHEAD)).isCloseTo((600 + 8) / 1_020.0, within(1e-12));
    }

    @Test
    void staysNearTheUsualWhereFewAreKnown() {
        assertThat(chances(1_000, 100, 1, 1).of(FAR_AHEAD)).isLessThan(0.15);
    }

    @Test
    void isTheUsualForWhatWasNeverSeen() {
        Chances chances = chances(1_000, 100, 1_000, 300);

        assertThat(chances.of(new Before(3, 10, 10))).isCloseTo(chances.usual(), within(0.2));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        List<Known> sessions = new ArrayList<>(many(TODAY, Chances.LATELY, Chances.LATELY));
        sessions.addAll(many(TODAY, Chances.LATELY, 0));

        assertThat(Chances.lately(Card.fit(sessions), sessions).usual()).isZero();
    }

    @Test
    void needsASession() {
        assertThatThrownBy(() -> Chances.lately(Card.fit(List.of()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Chances chances(int today, int missedToday, int farAhead, int missedFarAhead) {
        List<Known> sessions = new ArrayList<>(many(TODAY, today, missedToday));
        sessions.addAll(many(FAR_AHEAD, farAhead, missedFarAhead));
        return Chances.lately(Card.fit(sessions), sessions);
    }

    private static List<Known> many(Before before, int known, int missed) {
        List<Known> sessions = new ArrayList<>();
        for (int number = 0; number < known; number++) {
            sessions.add(new Known(before, number < missed));
        }
        return sessions;
    }
}
