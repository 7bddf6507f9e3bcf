package hotleads.app.folder;

import java.util.Locale;

/** What a data folder was made for: made-up people and real ones never share one. */
public enum Kind {
    DEMO,
    PRACTICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
