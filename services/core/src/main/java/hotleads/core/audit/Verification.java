package hotleads.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check of both chains from end to end.
 *
 * @param state {@code running}, {@code unbroken}, {@code broken} or {@code not-finished}
 * @param total how many entries there were when it began
 * @param checked how many it has looked at
 * @param chains what each chain came to, once it was checked
 */
record Verification(
        UUID id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String state,
        long total,
        long checked,
        List<ChainChecked> chains) {

    /**
     * What one chain came to.
     *
     * @param from when its first entry happened
     * @param to when its last one did
     * @param anchored up to which number anchors of ours vouch for it
     * @param broken the first thing that is wrong, if anything is
     */
    record ChainChecked(
            String chain,
            long entries,
            @Nullable Instant from,
            @Nullable Instant to,
            long anchored,
            @Nullable BreakFound broken) {}

    /**
     * The first thing that is wrong.
     *
     * @param seq the first entry that cannot be trusted
     * @param until above {@code seq} when only a span can be named
     * @param kind {@code altered}, {@code entry-missing}, {@code link-missing}, {@code rewritten}, {@code cut} or
     *     {@code anchor-forged}
     * @param at when that entry says it happened
     */
    record BreakFound(
            long seq, long until, String kind, @Nullable Instant at) {}
}
