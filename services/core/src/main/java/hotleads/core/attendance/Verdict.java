package hotleads.core.attendance;

/** What can be said of a session. Silence is none of the first two. */
public enum Verdict {
    ATTENDED,
    MISSED,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
