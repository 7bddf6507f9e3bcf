package hotleads.simulators.zoom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that can go wrong at Zoom. */
public enum ZoomFault {
    TOO_MANY_A_SECOND("Every read answers 429 of the second's limit, without Retry-After"),
    TOO_MANY_ISO("Every read answers 429 of the day's limit, Retry-After as an ISO date-time"),
    TOO_MANY_HTTP_DATE("Every read answers 429, Retry-After as an HTTP date"),
    TOO_MANY_SECONDS("Every read answers 429 with Retry-After: 2"),
    NO_RATE_LIMIT("The limits a second and a day are off"),
    HTML_502("Every read answers 502 with an HTML page"),
    SERVER_ERROR("Every read answers 500"),
    ANSWER_LOST("The connection ends without an answer"),
    TRUNCATED_JSON("Answers end in the middle of the JSON"),
    WRONG_CONTENT_TYPE("Answers are JSON but say text/html"),
    NOT_FOUND("Every read answers 404"),
    CONFLICT("Every read answers 409"),
    FORBIDDEN("Every read answers 403"),
    SCOPE_MISSING("The app lost its report scope: 400 with code 4711"),
    PAID_ONLY("The plan has no reports: 400 with code 200"),
    TOKENS_REVOKED("The app was deactivated: no token is good, none is given"),
    SECRET_CHANGED("Somebody changed the client secret: no new token for the old one"),
    EMPTY_TOKEN("The token endpoint answers an empty object"),
    SHORT_TOKENS("Tokens stop being good after two seconds, whatever they say"),
    PAGES_OF_TWO("Lists come in pages of two rows"),
    PAGE_REPEATED("The first page of a list comes again and again"),
    PAGE_TOKEN_EXPIRED("Page tokens are refused"),
    NAMES_BLANK("Names and addresses come empty, as with a signed BAA"),
    REPORTS_LATE("Reports come three hours after the end of a meeting"),
    HOOKS_OFF("Hooks are dropped and never sent"),
    HOOKS_HELD("Hooks wait and leave, in order, when this is switched off"),
    HOOKS_TWICE("Every hook is sent twice"),
    HOOKS_SWAPPED("Of what happened at once, the last is told first"),
    HOOKS_FORGED("Hooks are signed with a stranger's secret"),
    HOOKS_OLD("Hooks say they were signed ten minutes ago"),
    NUMERIC_IDS("Hooks hold the meeting's id as a number");

    private final String title;

    ZoomFault(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in the control interface, such as {@code html-502}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ZoomFault> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
