package hotleads.simulators.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was asked in the last second and on this day, for the account as a whole, by real time. */
final class RateLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Whether a call may pass, and how many more of its kind may. */
    record Turn(boolean granted, boolean dayIsOver, int limit, int remaining) {}

    private final InstantSource time;
    private final Map<RateClass, Deque<Instant>> lastSecond = new EnumMap<>(RateClass.class);
    private final Map<RateClass, Integer> today = new EnumMap<>(RateClass.class);
    private LocalDate day = LocalDate.EPOCH;

    RateLimits(InstantSource time) {
        this.time = time;
    }

    synchronized Turn take(RateClass kind) {
        Instant now = time.instant();
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!date.equals(day)) {
            day = date;
            today.clear();
        }
        Deque<Instant> recent = lastSecond.computeIfAbsent(kind, one -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(SECOND))) {
            recent.removeFirst();
        }
        if (today.getOrDefault(kind, 0) >= kind.perDay()) {
            return new Turn(false, true, kind.perDay(), 0);
        }
        if (recent.size() >= kind.perSecond()) {
            return new Turn(false, false, kind.perSecond(), 0);
        }
        recent.addLast(now);
        today.merge(kind, 1, Integer::sum);
        return new Turn(true, false, kind.perSecond(), kind.perSecond() - recent.size());
    }
}
