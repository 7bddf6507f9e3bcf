package hotleads.sync.google;

import static hotleads.contracts.ProviderOutcome.BAD_REQUEST;
import static hotleads.contracts.ProviderOutcome.CHANGED;
import static hotleads.contracts.ProviderOutcome.GONE;
import static hotleads.contracts.ProviderOutcome.REFUSED_PERMISSION;
import static hotleads.contracts.ProviderOutcome.REFUSED_TOKEN;
import static hotleads.contracts.ProviderOutcome.RETRY_LATER;
import static hotleads.contracts.ProviderOutcome.UNCLEAR;

import hotleads.sync.http.Reply;
import hotleads.sync.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Sorts Google's answers: status and content type first, then the reason, as one number means many things (sheet §6).
 */
final class Classify {
    /** A sync token is no longer good: only a whole list helps. */
    static final String FULL_LIST_NEEDED = "full-list-needed";

    /** The event is there no longer, which is what a removal wants. */
    static final String DELETED = "deleted";

    /** The id was used before, be it by a try of ours whose answer got lost. */
    static final String DUPLICATE = "duplicate";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Hours rather than seconds: writing goes on being refused until the calendar's own limit is over. */
    private static final long USAGE_LIMIT_MILLIS = Duration.ofHours(1).toMillis();

    private Classify() {}

    static Answer reply(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered, now);
            case Reply.TooLong() -> new Answer.Failed(UNCLEAR, "too-large");
            case Reply.TimedOut() -> new Answer.Failed(UNCLEAR, "timed-out");
            case Reply.Unreachable() -> new Answer.Failed(UNCLEAR, "unreachable");
        };
    }

    private static Answer answered(Reply.Answered answered, Instant now) {
        int status = answered.status();
        if (status == 204) {
            return new Answer.Content(NullNode.getInstance());
        }
        if (status == 200) {
            JsonNode content = content(answered);
            return content == null || !content.isObject() ? Answer.BAD_CONTENT : new Answer.Content(content);
        }
        @Nullable
        Long wait =
                RetryAfter.in(answered.headers(), now).map(Duration::toMillis).orElse(null);
        if (status >= 500) {
            return new Answer.Failed(UNCLEAR, "server-error", wait);
        }
        if (status < 400) {
            return new Answer.Failed(UNCLEAR, status < 300 ? "bad-content" : "redirected");
        }
        return refused(status, reason(content(answered)), wait);
    }

    private static Answer refused(int status, String reason, @Nullable Long wait) {
        if (status == 429) {
            return new Answer.Failed(RETRY_LATER, "rate-limited", wait);
        }
        // An edge's page has no reason of Google's: it neither refuses us nor makes an event vanish.
        if (reason.isEmpty()) {
            return Answer.BAD_CONTENT;
        }
        return switch (reason) {
            case "rateLimitExceeded", "userRateLimitExceeded" -> new Answer.Failed(RETRY_LATER, "rate-limited", wait);
            case "quotaExceeded", "calendarUsageLimits", "dailyLimitExceeded" ->
                new Answer.Failed(RETRY_LATER, "usage-limit", wait == null ? USAGE_LIMIT_MILLIS : wait);
            case "authError", "unauthorized" -> new Answer.Failed(REFUSED_TOKEN, "token-refused");
            case "insufficientPermissions" -> new Answer.Failed(REFUSED_PERMISSION, "scope-missing");
            case "forbiddenForNonOrganizer" -> new Answer.Failed(REFUSED_PERMISSION, "not-our-event");
            case "accessNotConfigured" -> new Answer.Failed(REFUSED_PERMISSION, "api-switched-off");
            case "duplicate" -> new Answer.Failed(CHANGED, DUPLICATE);
            case "conditionNotMet" -> new Answer.Failed(CHANGED, "changed-meanwhile");
            case "fullSyncRequired", "updatedMinTooLongAgo" -> new Answer.Failed(GONE, FULL_LIST_NEEDED);
            case "deleted" -> new Answer.Failed(GONE, DELETED);
            default -> byStatus(status);
        };
    }

    private static Answer byStatus(int status) {
        return switch (status) {
            case 401 -> new Answer.Failed(REFUSED_TOKEN, "token-refused");
            case 403 -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case 404 -> new Answer.Failed(GONE, "not-found");
            case 409, 412 -> new Answer.Failed(CHANGED, "changed-meanwhile");
            case 410 -> new Answer.Failed(GONE, DELETED);
            default -> new Answer.Failed(BAD_REQUEST, "bad-request");
        };
    }

    private static String reason(@Nullable JsonNode envelope) {
        return envelope == null
                ? ""
                : envelope.path("error").path("errors").path(0).path("reason").asString("");
    }

    static @Nullable JsonNode content(Reply.Answered answered) {
        if (!answered.isJson()) {
            return null;
        }
        try {
            return JSON.readTree(answered.body());
        } catch (JacksonException truncatedOrNone) {
            return null;
        }
    }
}
