package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when on somebody was hot to the end of a stretch. */
class HotToTheEndTest {
    /** A reason that builds: hot from a moment on that no fact names. */
    private final SomeFacts afterTheFirst = someone().with(SomeBooking.at(daysAgo(3)));

    /** One that fades. */
    private final SomeFacts missed = someone().with(SomeBooking.missed(daysAgo(0.2)));

    @Test
    void isTheVeryInstantAtWhichTheyCameToIt() {
        Instant since = hot(afterTheFirst, daysAgo(3)).orElseThrow();

        assertThat(isHot(afterTheFirst, since)).isTrue();
        assertThat(isHot(afterTheFirst, since.minusMillis(1))).isFalse();
        assertThat(since).isBetween(daysAgo(2), NOW);
    }

    @Test
    void isTheSameHoweverLateItIsAsked() {
        Instant since = hot(afterTheFirst, daysAgo(3)).orElseThrow();

        for (int minutes = 1; minutes < 120; minutes += 7) {
            Instant last = NOW.plus(Duration.ofMinutes(minutes));
            assertThat(Rules.hotToTheEnd(afterTheFirst.facts(), Scoring.STARTING, daysAgo(3), last))
                    .contains(since);
        }
    }

    @Test
    void isTheBeginningWhereTheyWereSoThroughout() {
        assertThat(hot(missed, daysAgo(0.1))).contains(daysAgo(0.1));
    }

    @Test
    void isEmptyOnceTheyCooledDown() {
        Instant cold = NOW.plus(Duration.ofDays(5));

        assertThat(isHot(missed, cold)).isFalse();
        assertThat(Rules.hotToTheEnd(missed.facts(), Scoring.STARTING, NOW, cold))
                .isEmpty();
    }

    private static Optional<Instant> hot(SomeFacts facts, Instant first) {
        return Rules.hotToTheEnd(facts.facts(), Scoring.STARTING, first, NOW);
    }

    private static boolean isHot(SomeFacts facts, Instant at) {
        return Rules.evaluate(facts.facts(), at).isHot();
    }
}
