package hotleads.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the check of one chain came to.
 *
 * @param after the number before the first that was checked, 0 for the whole chain
 * @param upTo the last number that was checked
 * @param from when the first entry says it happened
 * @param to when the last one does
 * @param anchored the last number that an anchor of ours vouches for; 0 when none does
 * @param broken the first thing that is wrong, if anything is
 */
public record Verdict(
        String chain,
        long after,
        long upTo,
        @Nullable Instant from,
        @Nullable Instant to,
        long anchored,
        @Nullable Break broken) {
    public boolean isUnbroken() {
        return broken == null;
    }

    public long entries() {
        return upTo - after;
    }
}
