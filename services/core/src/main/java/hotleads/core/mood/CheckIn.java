package hotleads.core.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to "How are you today?".
 *
 * @param at in practice time
 * @param answer 1 (very low) to 10 (very good)
 * @param version raised by each change
 */
public record CheckIn(
        UUID id,
        UUID personId,
        Instant at,
        int answer,
        @Nullable String note,
        int version) {
    /** How long its owner may change or remove it. */
    public static final Duration CHANGEABLE = Duration.ofHours(24);

    static final int LOWEST = 1;
    static final int HIGHEST = 10;

    public Instant changeableUntil() {
        return at.plus(CHANGEABLE);
    }

    boolean isChangeable(Instant now) {
        return now.isBefore(changeableUntil());
    }

    /** Nobody reads a mood in a log. */
    @Override
    public String toString() {
        return "[check-in " + id + "]";
    }
}
