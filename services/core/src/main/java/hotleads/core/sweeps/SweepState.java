package hotleads.core.sweeps;

import java.util.Locale;

/** How far a sweep has come. */
enum SweepState {
    ASKED,
    RUNNING,
    /** Everything inside the window was compared. */
    WHOLE,
    /** Something could not be compared, and the report's cause says why. */
    STOPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SweepState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
