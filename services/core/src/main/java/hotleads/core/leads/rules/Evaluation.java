package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one person at one instant.
 *
 * @param reasons rules in their order, then adjustments; their tenths sum to the score exactly
 * @param waitingSince the oldest record that decided a reason adding points; null without one
 * @param scoringVersion what the rules counted for
 * @param nextChangeAt the first instant, to the millisecond, at which the same facts give another result; null for
 *     never
 */
public record Evaluation(
        List<Reason> reasons,
        int scoreTenths,
        Band band,
        Placement placement,
        @Nullable Instant waitingSince,
        int scoringVersion,
        @Nullable Instant nextChangeAt) {

    /** On the list, and among its hottest. */
    public boolean isHot() {
        return placement.state() == Placement.State.LISTED && band == Band.HOT;
    }

    Evaluation validUntil(@Nullable Instant change) {
        return new Evaluation(reasons, scoreTenths, band, placement, waitingSince, scoringVersion, change);
    }
}
