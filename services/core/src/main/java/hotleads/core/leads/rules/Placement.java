package hotleads.core.leads.rules;

import java.util.List;

/**
 * The answer to "Why isn't this person here?".
 *
 * @param causes all that keeps them off the list; below the line only "acuity-stopped", when reasons are withheld
 */
public record Placement(State state, List<Sentence> causes) {
    /** The key of the cause that a snooze is. */
    public static final String SNOOZED = "snoozed";

    /** Whether the list shows the person. */
    public enum State {
        LISTED,
        OFF_THE_LIST,
        BELOW_THE_LINE
    }
}
