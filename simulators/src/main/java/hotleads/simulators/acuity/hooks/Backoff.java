package hotleads.simulators.acuity.hooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to try again: twice as long each time, until a day is over.
 *
 * <p>Acuity does not publish its intervals; only the day is known.
 */
record Backoff(double speed) {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration WHOLE = Duration.ofHours(24);
    private static final Duration HOOK_LIFE = Duration.ofDays(5);
    private static final int MOST_DOUBLINGS = 20;

    Optional<Instant> next(Delivery delivery, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(delivery.attempts(), MOST_DOUBLINGS));
        Instant at = now.plus(faster(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
        return at.isAfter(delivery.createdAt().plus(faster(WHOLE))) ? Optional.empty() : Optional.of(at);
    }

    /** A hook that failed all the time for this long is switched off. */
    boolean isHookOver(Instant failingSince, Instant now) {
        return now.isAfter(failingSince.plus(faster(HOOK_LIFE)));
    }

    private Duration faster(Duration real) {
        return Duration.ofMillis(Math.max(1, Math.round(real.toMillis() / speed)));
    }
}
