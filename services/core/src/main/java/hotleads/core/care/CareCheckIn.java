package hotleads.core.care;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something for a practitioner to answer.
 *
 * @param checkInId the entry that gave rise to it, or the last one before a silence; null when they asked
 * @param dueAt when it counts as unanswered
 * @param escalatedAt since when administrators are told that it waits; null while only the practitioner is
 */
record CareCheckIn(
        UUID id,
        UUID personId,
        CameFrom cameFrom,
        @Nullable UUID checkInId,
        Instant openedAt,
        Instant dueAt,
        Content content,
        State state,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant escalatedAt) {

    /** Whether an entry, the time or the client opened it. */
    enum CameFrom {
        ENTRY,
        SILENCE,
        REQUEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static CameFrom of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How far it has come. */
    enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What is sealed of it: why it is there, and at its end what was done. */
    record Content(
            Set<CareReason> reasons,
            @Nullable CareStep step,
            @Nullable String note) {
        @Override
        public String toString() {
            return "[care]";
        }
    }
}
