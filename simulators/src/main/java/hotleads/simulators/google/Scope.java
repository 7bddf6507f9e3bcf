package hotleads.simulators.google;

import java.util.Arrays;
import java.util.Optional;

/** The scopes the administrator granted, and which call takes which (sheet §2). */
enum Scope {
    EVENTS_FREEBUSY("calendar.events.freebusy", true, false, true),
    FREEBUSY("calendar.freebusy", false, false, true),
    EVENTS_READONLY("calendar.events.readonly", true, false, false),
    EVENTS_OWNED("calendar.events.owned", true, true, false),
    EVENTS("calendar.events", true, true, false);

    private static final String PREFIX = "https://www.googleapis.com/auth/";

    private final String word;
    private final boolean reads;
    private final boolean writes;
    private final boolean asksFreeBusy;

    Scope(String word, boolean reads, boolean writes, boolean asksFreeBusy) {
        this.word = word;
        this.reads = reads;
        this.writes = writes;
        this.asksFreeBusy = asksFreeBusy;
    }

    static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(one -> text.equals(PREFIX + one.word))
                .findFirst();
    }

    boolean reads() {
        return reads;
    }

    boolean writes() {
        return writes;
    }

    boolean asksFreeBusy() {
        return asksFreeBusy;
    }

    /** Shows what an event is about, not only that somebody is busy. */
    boolean seesDetails() {
        return reads && this != EVENTS_FREEBUSY;
    }
}
