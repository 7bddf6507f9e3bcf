package hotleads.contracts;

/** What is counted for a digest. Those that auth alone can count are not among them. */
public enum DigestLine {
    CALL_BACKS,
    NEW_HOT,
    HOT,
    CONFIRM,
    CARE_UNANSWERED,
    REBOOK,
    CONNECTIONS,
    ERASURES,
    SESSIONS,
    ATTENDANCE,
    CARE
}
