package hotleads.core.lookback;

import hotleads.core.leads.rules.Weight;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look back that somebody asked for.
 *
 * @param baseVersion what held when it was asked for, which it compares with
 * @param weights what they think of
 * @param peopleDone of so many people
 * @param result null until it is done
 */
record Wish(
        UUID id,
        int baseVersion,
        Map<String, Weight> weights,
        State state,
        Instant askedAt,
        @Nullable Instant finishedAt,
        int people,
        int peopleDone,
        @Nullable LookedBack result) {

    /** How far it is. */
    enum State {
        ASKED,
        RUNNING,
        DONE,
        FAILED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
