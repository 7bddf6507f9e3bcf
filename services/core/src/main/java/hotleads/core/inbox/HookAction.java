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
