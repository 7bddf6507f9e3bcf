package hotleads.simulators.google;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that can go wrong at Google. */
public enum GoogleFault {
    DELEGATION_WITHDRAWN("The administrator took the scopes back: no new token, and those given out are refused"),
    UNKNOWN_PERSON("A token's person left the practice: invalid_grant"),
    KEY_DELETED("The service account's key was deleted: invalid_client"),
    TOKENS_REVOKED("Every token given out is refused with 401, new ones too"),
    CLOCK_AHEAD("Google's clock is ten minutes ahead of ours"),
    RATE_403("Every call answers 403 rateLimitExceeded"),
    RATE_429("Every call answers 429 rateLimitExceeded, without a time"),
    RATE_429_WITH_A_TIME("Every call answers 429 with Retry-After: 2"),
    USAGE_LIMIT("Writes answer 403 quotaExceeded: the calendar's own limit"),
    FORBIDDEN("Every call answers 403 forbidden"),
    NOT_FOUND("Every call answers 404 notFound"),
    CONFLICT("Every insert answers 409 duplicate"),
    SYNC_TOKENS_DIE("Every sync token answers 410, and the full list that follows has no tombstones"),
    CONDITION_FAILS("Every If-Match answers 412"),
    BACKEND_500("Every call answers 500 backendError"),
    COMMITTED_503("Writes are carried out and answer 503"),
    HTML_502("Every call answers 502 with an HTML page"),
    LOST_BEFORE("The connection ends before anything is done"),
    LOST_AFTER("Requests are carried out, and the connection ends without an answer"),
    TRUNCATED("Answers end in the middle of the JSON"),
    WRONG_TYPE("Answers say text/plain"),
    SMALL_PAGES("Pages hold two events, the second page none"),
    REPEATED_PAGE("The page after the first is the first once more"),
    BARE_EVENTS("A token for availability sees id, status, start and end only"),
    FREE_BUSY_UNKNOWN("freeBusy names an error in the place of a calendar's blocks"),
    PUSH_OFF("Nothing is pushed"),
    PUSH_WRONG_TOKEN("Pushes carry a token that nobody gave"),
    PUSH_AFTER_STOP("Stopped and expired channels still push");

    private final String effect;

    GoogleFault(String effect) {
        this.effect = effect;
    }

    public String effect() {
        return effect;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<GoogleFault> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
