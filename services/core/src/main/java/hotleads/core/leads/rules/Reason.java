package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One summand of a score, with all that the list, the digest and the replay show of it.
 *
 * @param rule a rule's id ("B1"), or an adjustment's: CAP-BOOKING and its like, FLOOR, TOP
 * @param tenths points now, in tenths; never 0
 * @param evidence the deciding record first, what supports it after; empty for adjustments
 * @param startsAt from when it counts or begins to build
 * @param halfLife null for adjustments
 * @param removedBy keys of what ends it before it fades
 * @param sourceLate a source it needs is late, so that it may be outdated
 */
public record Reason(
        String rule,
        int ruleVersion,
        String lane,
        int tenths,
        Sentence sentence,
        List<Evidence> evidence,
        Instant startsAt,
        @Nullable Duration halfLife,
        List<String> removedBy,
        boolean sourceLate) {

    /** The only lane with points; care check-ins are another, outside these rules. */
    public static final String LEAD = "lead";

    /** Names it while its evidence stays as it is; null for adjustments, which rest on none. */
    public @Nullable String key() {
        return evidence.isEmpty() ? null : ReasonKey.of(rule, evidence);
    }
}
