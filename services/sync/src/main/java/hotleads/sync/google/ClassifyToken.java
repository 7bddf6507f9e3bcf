package hotleads.sync.google;

import static hotleads.contracts.ProviderOutcome.REFUSED_PERMISSION;
import static hotleads.contracts.ProviderOutcome.REFUSED_TOKEN;
import static hotleads.contracts.ProviderOutcome.RETRY_LATER;
import static hotleads.contracts.ProviderOutcome.UNCLEAR;

import hotleads.sync.http.Reply;
import hotleads.sync.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sorts the answers of the token endpoint, which speaks OAuth's language and not the calendar's (sheet §2). */
final class ClassifyToken {
    static final String CLOCK_OFF = "clock-off";

    private ClassifyToken() {}

    static Answer reply(Reply reply, Instant now) {
        if (!(reply instanceof Reply.Answered answered)) {
            return Classify.reply(reply, now);
        }
        @Nullable JsonNode content = Classify.content(answered);
        if (answered.status() == 200) {
            return content == null ? Answer.BAD_CONTENT : new Answer.Content(content);
        }
        if (answered.status() == 429) {
            return new Answer.Failed(
                    RETRY_LATER,
                    "rate-limited",
                    RetryAfter.in(answered.headers(), now)
                            .map(Duration::toMillis)
                            .orElse(null));
        }
        if (answered.status() >= 500 || content == null) {
            return new Answer.Failed(UNCLEAR, answered.status() >= 500 ? "server-error" : "bad-content");
        }
        return refused(
                content.path("error").asString(""),
                content.path("error_description").asString(""));
    }

    private static Answer refused(String error, String description) {
        return switch (error) {
            case "unauthorized_client" -> new Answer.Failed(REFUSED_PERMISSION, "permission-withdrawn");
            case "access_denied", "admin_policy_enforced" -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case "invalid_scope" -> new Answer.Failed(REFUSED_PERMISSION, "scope-missing");
            case "invalid_client" -> new Answer.Failed(REFUSED_TOKEN, "credentials-refused");
            case "invalid_grant" -> invalidGrant(description);
            default -> Answer.BAD_CONTENT;
        };
    }

    /** One word of OAuth for three things of Google's: only its text tells which. */
    private static Answer invalidGrant(String description) {
        if (description.contains("Invalid email") || description.contains("account not found")) {
            return new Answer.Failed(REFUSED_PERMISSION, "person-unknown");
        }
        return description.contains("iat") || description.contains("timeframe")
                ? new Answer.Failed(REFUSED_TOKEN, CLOCK_OFF)
                : new Answer.Failed(REFUSED_TOKEN, "credentials-refused");
    }
}
