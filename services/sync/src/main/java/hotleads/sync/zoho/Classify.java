package hotleads.sync.zoho;

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
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells Zoho's answers apart: status and content type first, as 204 and 304 have no body and edges send HTML. */
final class Classify {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CREDITS = "X-API-CREDITS-REMAINING";
    private static final String PAGE_EXPIRED = "page-expired";

    private Classify() {}

    static Answer reply(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.TooLong() -> new Answer.Failed(UNCLEAR, "too-large");
            case Reply.TimedOut() -> new Answer.Failed(UNCLEAR, "timed-out");
            case Reply.Unreachable() -> new Answer.Failed(UNCLEAR, "unreachable");
            case Reply.Answered answered -> answered(answered, now);
        };
    }

    private static Answer answered(Reply.Answered answered, Instant now) {
        int status = answered.status();
        if (status == 204 || status == 304) {
            return new Answer.Nothing();
        }
        @Nullable
        Long wait =
                RetryAfter.in(answered.headers(), now).map(Duration::toMillis).orElse(null);
        if (status == 429) {
            return tooMany(answered, wait, now);
        }
        if (status >= 500) {
            return new Answer.Failed(UNCLEAR, "server-error", wait);
        }
        if (status >= 300 && status < 400) {
            return new Answer.Failed(UNCLEAR, "redirected");
        }
        JsonNode content = json(answered);
        if (content == null) {
            return status == 412 || status == 409 ? byStatus(status) : Answer.BAD_CONTENT;
        }
        return status < 300 || content.path("data").isArray() ? new Answer.Content(content) : refused(status, content);
    }

    /** It never says how long; without credits nothing comes before some of the last day's are over (sheet §5). */
    private static Answer tooMany(Reply.Answered answered, @Nullable Long wait, Instant now) {
        boolean spent =
                answered.headers().firstValue(CREDITS).filter("0"::equals).isPresent();
        if (!spent) {
            return new Answer.Failed(RETRY_LATER, "rate-limited", wait);
        }
        Instant nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return new Answer.Failed(
                RETRY_LATER, "quota", Duration.between(now, nextHour).toMillis());
    }

    /** One row of a list of writes, or a whole answer. */
    static Answer.Failed refused(int status, JsonNode envelope) {
        String code = envelope.path("code").asString("");
        return switch (code) {
            case "INVALID_TOKEN", "AUTHENTICATION_FAILURE" -> new Answer.Failed(REFUSED_TOKEN, "token-refused");
            // Never a reason for a new token: it would have the same scopes.
            case "OAUTH_SCOPE_MISMATCH" -> new Answer.Failed(REFUSED_PERMISSION, "scope-missing");
            case "NO_PERMISSION", "AUTHORIZATION_FAILED" -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case "EXPIRED_VALUE",
                    "TOKEN_BOUND_DATA_MISMATCH",
                    "DISCRETE_PAGINATION_LIMIT_EXCEEDED",
                    "PAGINATION_LIMIT_EXCEEDED" -> new Answer.Failed(CHANGED, PAGE_EXPIRED);
            case "ALREADY_MODIFIED", "RECORD_MODIFIED" -> new Answer.Failed(CHANGED, "changed-there");
            case "RECORD_LOCKED", "DUPLICATE_DATA" -> new Answer.Failed(CHANGED, "record-locked");
            case "INVALID_HOST" -> new Answer.Failed(BAD_REQUEST, "wrong-data-centre");
            case "INVALID_URL_PATTERN" -> new Answer.Failed(BAD_REQUEST, "wrong-address");
            case "INVALID_MODULE" -> new Answer.Failed(REFUSED_PERMISSION, "module-missing");
            case "" -> byStatus(status);
            default -> status == 404 ? new Answer.Failed(GONE, "not-found") : byStatus(status);
        };
    }

    private static Answer.Failed byStatus(int status) {
        return switch (status) {
            case 401 -> new Answer.Failed(REFUSED_TOKEN, "token-refused");
            case 403 -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case 409 -> new Answer.Failed(CHANGED, "record-locked");
            case 412 -> new Answer.Failed(CHANGED, "changed-there");
            default -> new Answer.Failed(BAD_REQUEST, "bad-request");
        };
    }

    static @Nullable JsonNode json(Reply.Answered answered) {
        if (!answered.isJson()) {
            return null;
        }
        try {
            JsonNode read = JSON.readTree(answered.body());
            return read.isObject() ? read : null;
        } catch (JacksonException truncatedOrNone) {
            return null;
        }
    }
}
