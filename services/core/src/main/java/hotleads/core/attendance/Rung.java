package hotleads.core.attendance;

import java.util.Locale;

/** By what a participant was known, the surest first. */
public enum Rung {
    REGISTRANT,
    EMAIL,
    PHONE,
    NAME,
    /** The given name alone, with nobody else in the room. */
    GIVEN_NAME;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
