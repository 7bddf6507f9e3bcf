package hotleads.core.chances;

import hotleads.core.chances.PastSessions.History;
import hotleads.scorecard.Before;
import hotleads.scorecard.Card;
import hotleads.scorecard.Chances;
import hotleads.scorecard.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be foretold just now.
 *
 * @param known how many sessions it rests on
 * @param missed how many of those were missed
 * @param chances empty where too few are known: a card would tell of accidents, and nobody is named
 * @param histories of everybody in those sessions
 */
record Foretelling(int known, int missed, Optional<Chances> chances, Map<UUID, History> histories) {
    static final int FEWEST_KNOWN = 300;
    private static final int FEWEST_MISSED = 30;

    static final Foretelling NOTHING = new Foretelling(0, 0, Optional.empty(), Map.of());

    /** @param sessions the oldest first */
    static Foretelling of(List<Known> sessions, Map<UUID, History> histories) {
        int missed = (int) sessions.stream().filter(Known::wasMissed).count();
        boolean isEnough = sessions.size() >= FEWEST_KNOWN && missed >= FEWEST_MISSED;
        return new Foretelling(
                sessions.size(),
                missed,
                isEnough ? Optional.of(Chances.lately(Card.fit(sessions), sessions)) : Optional.empty(),
                histories);
    }

    History historyOf(UUID person) {
        return histories.getOrDefault(person, History.NONE);
    }

    /** At least twice the usual: worth a word beforehand. */
    static boolean isHigh(Chances chances, Before before) {
        return chances.of(before) >= 2 * chances.usual();
    }
}
