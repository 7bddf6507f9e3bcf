package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a person, each enough to keep them off the list.
 *
 * @param snoozedUntil null when not snoozed
 * @param unresolvedMatch two records may be this person, and nobody has decided yet
 * @param closed their file is closed
 */
public record Standing(
        boolean doNotContact,
        @Nullable Instant snoozedUntil,
        boolean practitionerHold,
        boolean unresolvedMatch,
        boolean erasureUnderWay,
        boolean closed,
        boolean deceased) {

    public static final Standing CLEAR = new Standing(false, null, false, false, false, false, false);

    public Standing {
        snoozedUntil = Milliseconds.floorIfKnown(snoozedUntil);
    }
}
