package hotleads.simulators.zoho;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that can go wrong at Zoho. */
public enum ZohoFault {
    PERMISSION_WITHDRAWN("Zoho's permission is withdrawn: tokens die, and 200 with invalid_code for new ones"),
    CLIENT_UNKNOWN("New tokens: 200 with invalid_client, as in a wrong data centre"),
    TOKEN_TROUBLE("New tokens: 200 with general_error"),
    TOKEN_LOCKED("New tokens: 400 Access Denied, as after too many of them"),
    TOKENS_DIE_EARLY("Every access token is dead after its first call"),
    OTHER_DATA_CENTRE("Tokens name the api_domain of a stranger's host"),
    SCOPE_MISSING_LEADS("401 OAUTH_SCOPE_MISMATCH for leads"),
    SCOPE_MISSING_NOTES("401 OAUTH_SCOPE_MISMATCH for notes"),
    SCOPE_MISSING_TASKS("401 OAUTH_SCOPE_MISMATCH for tasks"),
    NO_PERMISSION("403 NO_PERMISSION: the user's profile lacks it"),
    TOO_MANY("429 TOO_MANY_REQUESTS without a time"),
    CREDITS_GONE("429, and no credits are left today"),
    HTML_502("502 with an HTML page"),
    SERVER_ERROR("500 INTERNAL_ERROR"),
    NEVER_ARRIVES("The connection ends before a request is carried out"),
    ANSWER_LOST("Requests are carried out, and the connection ends without an answer"),
    TRUNCATED_JSON("Answers end in the middle of the JSON"),
    WRONG_TYPE("Answers are called text/plain"),
    PAGE_REPEATED("A page token leads to the page before it once more"),
    PAGE_TOKENS_EXPIRE("Page tokens are expired when they are used"),
    CLOCK_AHEAD("What is written is stamped twenty minutes ahead"),
    MISSING_IS_404("A record that is not there answers 404 instead of 204"),
    ROWS_REFUSED("Every written row is refused with INVALID_DATA"),
    CHANGED_MEANWHILE("Writes answer 412 ALREADY_MODIFIED"),
    CONFLICT("Writes answer 409"),
    NO_TIMELINE("The timeline answers 204"),
    NULL_TOKENS("Notifications come with a null token"),
    NUMERIC_CHANNELS("Notifications name their channel as a number"),
    NOTIFICATIONS_OFF("Notifications are dropped"),
    NOTIFICATIONS_TWICE("Every notification is sent twice");

    private final String effect;

    ZohoFault(String effect) {
        this.effect = effect;
    }

    String effect() {
        return effect;
    }

    /** The name in the control interface, such as {@code html-502}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ZohoFault> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
