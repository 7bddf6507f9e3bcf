package hotleads.core.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a hook says happened, in one spelling; Acuity writes {@code canceled} and {@code appointment.canceled}. */
enum HookAction {
    SCHEDULED,
    RESCHEDULED,
    CANCELED,
    CHANGED,
    ORDER_COMPLETED,
    MEETING_STARTED,
    MEETING_ENDED,
    PARTICIPANT_JOINED,
    PARTICIPANT_LEFT,
    /** Kept all the same: the sealed body holds the word as it came. */
    UNKNOWN;

    static HookAction of(@Nullable String action) {
        if (action == null) {
            return UNKNOWN;
        }
        return switch (action.startsWith("appointment.") ? action.substring("appointment.".length()) : action) {
            case "scheduled" -> SCHEDULED;
            case "rescheduled" -> RESCHEDULED;
            case "canceled" -> CANCELED;
            case "changed" -> CHANGED;
            case "order.completed" -> ORDER_COMPLETED;
            case "meeting.started" -> MEETING_STARTED;
            case "meeting.ended" -> MEETING_ENDED;
            case "meeting.participant_joined", "meeting.participant_joined_waiting_room" -> PARTICIPANT_JOINED;
            case "meeting.participant_left", "meeting.participant_left_waiting_room" -> PARTICIPANT_LEFT;
            default -> UNKNOWN;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An order's id is no appointment's. */
    boolean namesAnAppointment() {
        return this != ORDER_COMPLETED;
    }
}
