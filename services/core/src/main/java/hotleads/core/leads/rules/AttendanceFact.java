package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody came to a session, and how sure that is.
 *
 * @param confirmedBy {@code person} or {@code two-facts}; null when it stands on one fact alone
 * @param lateMinutes how long after the start they came; 0 for on time
 * @param leftEarly before half of it was over, while the practitioner was still there
 * @param hostMinutes how long the practitioner was there
 * @param happenedAt when a person said so; null when nobody did
 * @param receivedAt when we learned it; null when we know nothing
 */
public record AttendanceFact(
        Came came,
        @Nullable String confirmedBy,
        int lateMinutes,
        boolean leftEarly,
        int hostMinutes,
        @Nullable Instant happenedAt,
        @Nullable Instant receivedAt) {
    /** What is known. */
    public enum Came {
        YES,
        NO,
        NOT_KNOWN
    }

    public static final String BY_A_PERSON = "person";
    public static final String BY_TWO_FACTS = "two-facts";

    public static final AttendanceFact UNKNOWN = new AttendanceFact(Came.NOT_KNOWN, null, 0, false, 0, null, null);

    public AttendanceFact {
        happenedAt = Milliseconds.floorIfKnown(happenedAt);
        receivedAt = Milliseconds.floorIfKnown(receivedAt);
    }

    boolean isMissed() {
        return came == Came.NO;
    }

    boolean isAttended() {
        return came == Came.YES;
    }

    boolean isAttendedByWord() {
        return came == Came.YES && BY_A_PERSON.equals(confirmedBy);
    }

    boolean isSaidByAPerson() {
        return BY_A_PERSON.equals(confirmedBy);
    }
}
