package hotleads.core.lookback;

import hotleads.core.Ids;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Placement;
import hotleads.core.lookback.LookedBack.Moved;
import hotleads.core.lookback.LookedBack.Moves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Today's list in two ways, and what differs between them. */
final class Ranks {
    private static final int FEWEST_PLACES = 3;
    private static final int LOOKED_AT = 50;

    private static final Comparator<Place> IN_ORDER = Comparator.comparingInt(Place::tenths)
            .reversed()
            .thenComparingLong(Place::waiting)
            .thenComparing(Place::person, Ids.BY_AGE);

    private final List<Place> now = new ArrayList<>();
    private final List<Place> draft = new ArrayList<>();

    void add(UUID person, Evaluation asNow, Evaluation asDraft) {
        add(now, person, asNow);
        add(draft, person, asDraft);
    }

    private static void add(List<Place> list, UUID person, Evaluation evaluation) {
        if (evaluation.placement().state() == Placement.State.LISTED) {
            list.add(new Place(person, evaluation.scoreTenths(), LookBack.waiting(evaluation)));
        }
    }

    Moves moves() {
        Map<UUID, Integer> before = ranks(now);
        Map<UUID, Integer> after = ranks(draft);
        return new Moves(
                inTopTen(draft, before),
                inTopTen(now, after),
                draft.stream()
                        .limit(LOOKED_AT)
                        .filter(place -> before.containsKey(place.person))
                        .map(place -> new Moved(place.person, rank(before, place.person), rank(after, place.person)))
                        .filter(moved -> Math.abs(moved.from() - moved.to()) >= FEWEST_PLACES)
                        .toList());
    }

    /** Those among the first ten of one list who are not among the first ten of the other. */
    private static List<UUID> inTopTen(List<Place> list, Map<UUID, Integer> other) {
        return list.stream()
                .limit(TopTen.PLACES)
                .map(Place::person)
                .filter(person -> rank(other, person) > TopTen.PLACES)
                .toList();
    }

    private static int rank(Map<UUID, Integer> ranks, UUID person) {
        return ranks.getOrDefault(person, Integer.MAX_VALUE);
    }

    private static Map<UUID, Integer> ranks(List<Place> list) {
        list.sort(IN_ORDER);
        Map<UUID, Integer> ranks = new HashMap<>();
        list.forEach(place -> ranks.put(place.person, ranks.size() + 1));
        return ranks;
    }

    private record Place(UUID person, int tenths, long waiting) {}
}
