package hotleads.core.calendars;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to decide about: we change nothing by ourselves.
 *
 * @param booking the session it is about
 * @param other the session in its way, when that is what it is about
 * @param elsewhere what Google has instead, when that is what it is about
 */
record Conflict(
        Kind kind,
        long calendar,
        @Nullable Long booking,
        @Nullable Long other,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant elsewhere) {

    /** What does not fit. */
    enum Kind {
        DOUBLE_BOOKING,
        ON_BUSY,
        OUTSIDE_HOURS,
        NOT_IN_GOOGLE,
        MOVED_IN_GOOGLE,
        ONLY_IN_GOOGLE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
