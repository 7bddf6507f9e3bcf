package hotleads.scorecard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What points have meant lately: of the last sessions with as many, the share that was missed. Kept apart from the
 * points, because how many people miss sessions at all moves with the season, and who does hardly.
 */
public final class Chances {
    /** Older ones no longer say how often sessions are missed nowadays. */
    public static final int LATELY = 5_000;

    /** As if so many more with the same points were known, missed as often as all: few of a kind say little. */
    private static final int WEIGHT_OF_ALL = 20;

    private final Card card;
    private final double usual;
    private final Map<Integer, Seen> byPoints;

    private record Seen(int known, int missed) {
        Seen and(Known session) {
            return new Seen(known + 1, missed + (session.wasMissed() ? 1 : 0));
        }
    }

    private Chances(Card card, double usual, Map<Integer, Seen> byPoints) {
        this.card = card;
        this.usual = usual;
        this.byPoints = byPoints;
    }

    /**
     * @param sessions the oldest first
     * @throws IllegalArgumentException when there are none
     */
    public static Chances lately(Card card, List<Known> sessions) {
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("No session is known");
        }
        List<Known> last = sessions.subList(Math.max(0, sessions.size() - LATELY), sessions.size());
        Map<Integer, Seen> byPoints = new HashMap<>();
        Seen all = new Seen(0, 0);
        for (Known session : last) {
            int points = card.points(session.before());
            byPoints.put(points, byPoints.getOrDefault(points, new Seen(0, 0)).and(session));
            all = all.and(session);
        }
        return new Chances(card, (double) all.missed / all.known, byPoints);
    }

    /** The share of all that was missed, from 0 to 1. */
    public double usual() {
        return usual;
    }

    /** From 0 to 1. */
    public double of(Before before) {
        Seen seen = byPoints.getOrDefault(card.points(before), new Seen(0, 0));
        return (seen.missed + WEIGHT_OF_ALL * usual) / (seen.known + WEIGHT_OF_ALL);
    }
}
