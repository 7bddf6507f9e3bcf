package hotleads.core.attendance;

import java.util.Locale;
import java.util.Optional;

/** What hooks tell that is of use, and nothing about anybody in it. */
public enum HookTold {
    STARTED,
    ENDED,
    JOINED,
    LEFT,
    WAITING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param event the provider's word */
    public static Optional<HookTold> of(String event) {
        return switch (event) {
            case "meeting.started" -> Optional.of(STARTED);
            case "meeting.ended" -> Optional.of(ENDED);
            case "meeting.participant_joined" -> Optional.of(JOINED);
            case "meeting.participant_left" -> Optional.of(LEFT);
            case "meeting.participant_joined_waiting_room", "meeting.participant_jbh_waiting" -> Optional.of(WAITING);
            default -> Optional.empty();
        };
    }
}
