package hotleads.core.keeping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is kept for a time of its own; the trail is none of these, it is never removed. */
public enum Kind {
    /** Bookings, whether anybody came, and what providers told of both. */
    SESSIONS(7),
    /** Check-ins, with what was done because of them. */
    MOOD(7),
    /** Calls, messages, notes and what was written to others because of them. */
    CONTACTS(7),
    /** Deliveries that belong to no session that is still kept. */
    NEWS(2);

    private static final int FEWEST = 1;
    private static final int MOST = 50;

    private final int usualYears;

    Kind(int usualYears) {
        this.usualYears = usualYears;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As every practice starts. */
    public int usualYears() {
        return usualYears;
    }

    public int fewestYears() {
        return FEWEST;
    }

    public int mostYears() {
        return MOST;
    }

    public boolean mayBe(int years) {
        return years >= FEWEST && years <= MOST;
    }

    /** Empty for a word that is none of ours. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
