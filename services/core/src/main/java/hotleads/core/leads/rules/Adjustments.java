package hotleads.core.leads.rules;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What caps, floor and top take or give, as reasons of their own: so the sum of what is shown is the score. */
final class Adjustments {
    private static final int VERSION = 1;
    private static final int FLOOR = 0;
    private static final int TOP = 1000;

    private Adjustments() {}

    static List<Reason> of(List<Scored> scored) {
        List<Reason> caps = Arrays.stream(Family.values())
                .map(family -> cap(family, scored))
                .flatMap(Collection::stream)
                .toList();
        int total = sum(scored) + caps.stream().mapToInt(Reason::tenths).sum();
        return Stream.of(caps, floor(total, scored), top(total, scored))
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<Reason> cap(Family family, List<Scored> scored) {
        List<Scored> ofFamily =
                scored.stream().filter(one -> one.rule().family() == family).toList();
        return atMost(family.cap(), "CAP-" + family, sum(ofFamily), ofFamily);
    }

    private static List<Reason> floor(int total, List<Scored> scored) {
        return total < FLOOR ? List.of(adjustment("FLOOR", FLOOR - total, FLOOR, scored)) : List.of();
    }

    private static List<Reason> top(int total, List<Scored> scored) {
        return atMost(TOP, "TOP", total, scored);
    }

    private static List<Reason> atMost(int most, String id, int total, List<Scored> scored) {
        return total > most ? List.of(adjustment(id, most - total, most, scored)) : List.of();
    }

    private static Reason adjustment(String id, int tenths, int limit, List<Scored> adjusted) {
        return new Reason(
                id,
                VERSION,
                Reason.LEAD,
                tenths,
                new Sentence(id, Map.of("limitTenths", (long) limit)),
                List.of(),
                latestStart(adjusted),
                null,
                List.of(),
                adjusted.stream().anyMatch(Scored::sourceLate));
    }

    /** The limit was not met before the last of what it limits had begun. */
    private static Instant latestStart(List<Scored> adjusted) {
        return adjusted.stream()
                .map(one -> one.finding().course().startsAt())
                .max(naturalOrder())
                .orElseThrow();
    }

    private static int sum(List<Scored> scored) {
        return scored.stream().mapToInt(Scored::tenths).sum();
    }
}
