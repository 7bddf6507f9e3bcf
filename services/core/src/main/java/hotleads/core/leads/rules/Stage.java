package hotleads.core.leads.rules;

import java.util.Locale;

/** How far an enquiry has come in Zoho, in our words; the practice's own stay with the record. */
public enum Stage {
    NEW(0),
    ATTEMPTED(1),
    CONTACTED(2),
    QUALIFIED(3),
    /** Put off by agreement: neither forward nor back. */
    LATER(-1),
    CLOSED(-1),
    /** A word of the practice's that says nothing to us, so nothing is claimed from it. */
    UNKNOWN(-1);

    private final int step;

    Stage(int step) {
        this.step = step;
    }

    /** As stored, and as sentences spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isForwardFrom(Stage before) {
        return step > before.step && before.step >= 0;
    }

    /** Whether somebody of the practice has answered, as far as Zoho tells. */
    boolean isReplied() {
        return step > NEW.step || this == LATER;
    }
}
