package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of an evaluation, which notes every instant ahead that an answer was made to depend on.
 *
 * <p>Rules see no clock, only this: an evaluation therefore holds until the first instant noted here.
 */
final class Moment {
    private final Instant now;
    private @Nullable Instant next;

    Moment(Instant now) {
        this.now = Milliseconds.floor(now);
    }

    boolean hasReached(@Nullable Instant instant) {
        if (instant == null) {
            return false;
        }
        if (instant.isAfter(now)) {
            note(instant);
            return false;
        }
        return true;
    }

    int tenthsOf(Curve curve) {
        Instant change = curve.nextChangeAfter(now);
        if (change != null) {
            note(change);
        }
        return curve.tenthsAt(now);
    }

    /** The first instant at which anything asked so far might be answered differently; null for never. */
    @Nullable
    Instant next() {
        return next;
    }

    private void note(Instant instant) {
        if (next == null || instant.isBefore(next)) {
            next = instant;
        }
    }
}
