package hotleads.core.exports;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a person's record that somebody asked for.
 *
 * @param accountId who asked, and alone may fetch it
 * @param cause why there is none; null unless it failed
 * @param tries how often it was begun
 */
record PersonExport(
        UUID id,
        UUID personId,
        UUID accountId,
        State state,
        @Nullable String cause,
        Instant askedAt,
        @Nullable Instant readyAt,
        @Nullable Instant overAt,
        int tries) {
    /** How far it is. */
    enum State {
        ASKED,
        MAKING,
        READY,
        DOWNLOADED,
        EXPIRED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Nobody gets anything of it any more. */
        boolean isOver() {
            return this == DOWNLOADED || this == EXPIRED || this == FAILED;
        }
    }
}
