package hotleads.core.attendance;

import java.util.Arrays;
import java.util.Locale;

/** How a session stands, in the words of the person's page. */
public enum AttendanceState {
    ATTENDED,
    LATE,
    LEFT_EARLY,
    /** A person, Acuity, or two facts that do not depend on each other say so. */
    MISSED,
    /** The practitioner was there and nobody else was seen, or only outside. */
    UNCONFIRMED,
    /** Somebody was there, and nothing says who. */
    SOMEONE_JOINED,
    NOT_ON_ZOOM,
    NOT_FETCHED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AttendanceState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
