package hotleads.core.outbox;

import java.util.Locale;

/** How far something that leaves the building has come. */
public enum OutboxState {
    SENDING,
    SAVED,
    NOT_SAVED,
    /** Its decision was taken back before it left. */
    WITHDRAWN;

    /** As stored and as the API spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OutboxState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
