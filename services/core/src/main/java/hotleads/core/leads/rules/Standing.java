package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a person, each enough to keep them off the list.
 *
 * @param snooze null when not snoozed
 * @param unresolvedMatch two records may be this person, and nobody has decided yet
 * @param closed their file is closed
 */
public record Standing(
        boolean doNotContact,
        @Nullable Snooze snooze,
        boolean practitionerHold,
        boolean unresolvedMatch,
        boolean erasureUnderWay,
        boolean closed,
        boolean deceased) {

    public static final Standing CLEAR = new Standing(false, null, false, false, false, false, false);

    /**
     * Set aside by one of us.
     *
     * @param until null for "until something changes"
     * @param by the account that did it
     */
    public record Snooze(Instant since, @Nullable Instant until, String by) {
        public Snooze {
            since = Milliseconds.floor(since);
            until = Milliseconds.floorIfKnown(until);
        }
    }
}
