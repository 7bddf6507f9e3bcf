package hotleads.core.leads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list as the browser gets it.
 *
 * @param rank 1 for the first; null for someone who is not on the list
 * @param initials for privacy mode
 * @param scoreTenths the sum of the reasons' tenths
 * @param band {@code hot}, {@code warm} or {@code watch}; null for someone who is not on the list
 * @param calendarId whose calendar the last booking is in; with its name, {@code practitioner}
 * @param owner the account that looks after the person; null for nobody's
 * @param recordVersion to be sent back with an act, so that two people do not both act on the same state
 */
record LeadShown(
        @Nullable Integer rank,
        UUID personId,
        String name,
        String initials,
        int scoreTenths,
        @Nullable String band,
        List<ReasonShown> reasons,
        @Nullable Instant waitingSince,
        @Nullable Instant lastContactAt,
        @Nullable Long calendarId,
        @Nullable String practitioner,
        @Nullable UUID owner,
        PlacementShown placement,
        @Nullable Instant nextChangeAt,
        long recordVersion) {
    /** The same under another name. */
    LeadShown called(String other, String shorter) {
        return new LeadShown(
                rank,
                personId,
                other,
                shorter,
                scoreTenths,
                band,
                reasons,
                waitingSince,
                lastContactAt,
                calendarId,
                practitioner,
                owner,
                placement,
                nextChangeAt,
                recordVersion);
    }
}
