package hotleads.core.leads.rules;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The grain of time of the list: finer instants would make "the next change" fall between two clock readings. */
final class Milliseconds {
    private Milliseconds() {}

    static Instant floor(Instant instant) {
        return instant.truncatedTo(MILLIS);
    }

    static @Nullable Instant floorIfKnown(@Nullable Instant instant) {
        return instant == null ? null : floor(instant);
    }
}
