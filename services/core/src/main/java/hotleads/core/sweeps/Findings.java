package hotleads.core.sweeps;

import hotleads.core.connections.DateWindow;
import hotleads.core.connections.Difference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sweep has found so far; ids only, so that a year of bookings fits into little memory. */
final class Findings {
    static final String BROUGHT_NOTHING = "brought-nothing";

    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, Difference> differences = new HashMap<>();
    private final Set<DateWindow> empty = new HashSet<>();
    private @Nullable String cause;

    void saw(Collection<Long> appointments) {
        seen.addAll(appointments);
    }

    void showedNothing(DateWindow window) {
        empty.add(window);
    }

    /** A list that is empty where a booking lies is no answer, and what else it left out nobody knows. */
    void isThere(long appointment, DateWindow window) {
        seen.add(appointment);
        if (empty.contains(window)) {
            incomplete(BROUGHT_NOTHING);
        }
    }

    /** A booking that moves between two reads is found twice; the first finding stands. */
    void differs(long appointment, Difference difference) {
        seen.add(appointment);
        differences.putIfAbsent(appointment, difference);
    }

    /** The first reason is kept: those after it mostly follow from it. */
    Findings incomplete(String why) {
        if (cause == null) {
            cause = why;
        }
        return this;
    }

    boolean hasSeen(long appointment) {
        return seen.contains(appointment);
    }

    @Nullable
    String cause() {
        return cause;
    }

    Map<Long, Difference> differences() {
        return Map.copyOf(differences);
    }

    Sweep.Tally tally() {
        return new Sweep.Tally(
                seen.size() - differences.size(),
                count(Difference.UNDER_WAY),
                count(Difference.MISSING),
                count(Difference.DIFFERENT),
                count(Difference.EXTRA));
    }

    private int count(Difference kind) {
        return (int) differences.values().stream().filter(kind::equals).count();
    }
}
