package hotleads.sync.acuity;

import static hotleads.contracts.ProviderOutcome.BAD_REQUEST;
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

/** Sorts Acuity's answers into classes: status and content type first, then its error word, then the content. */
final class Classify {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Classify() {}

    static Answer reply(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered, now);
            case Reply.TooLong() -> new Answer.TooMuch();
            case Reply.TimedOut() -> new Answer.Failed(UNCLEAR, "timed-out");
            case Reply.Unreachable() -> new Answer.Failed(UNCLEAR, "unreachable");
        };
    }

    /** What is gone has no content, and Acuity says so with 204. */
    static Answer deletion(Reply reply, Instant now) {
        return reply instanceof Reply.Answered(int status, var headers, var body) && status == 204
                ? new Answer.Content(NullNode.getInstance())
                : reply(reply, now);
    }

    private static Answer answered(Reply.Answered answered, Instant now) {
        int status = answered.status();
        if (status == 200 || status == 201) {
            JsonNode content = content(answered);
            return content == null ? Answer.BAD_CONTENT : new Answer.Content(content);
        }
        @Nullable
        Long wait =
                RetryAfter.in(answered.headers(), now).map(Duration::toMillis).orElse(null);
        if (status >= 500) {
            return new Answer.Failed(UNCLEAR, "server-error", wait);
        }
        if (status >= 300 && status < 400) {
            return new Answer.Failed(UNCLEAR, "redirected");
        }
        return status < 300 ? Answer.BAD_CONTENT : refused(status, content(answered), wait);
    }

    /** Acuity's pages and its clients disagree about the 4xx numbers, so its error word goes first (sheet §2). */
    private static Answer refused(int status, @Nullable JsonNode envelope, @Nullable Long wait) {
        String error = envelope == null ? "" : envelope.path("error").asString("");
        if (status == 429 || error.equals("too_many_requests")) {
            return new Answer.Failed(RETRY_LATER, "rate-limited", wait);
        }
        if (status == 401 || error.equals("unauthorized")) {
            return new Answer.Failed(REFUSED_TOKEN, "key-refused");
        }
        // The rest must be Acuity's own word: a page of some edge would otherwise make a booking vanish.
        if (error.isEmpty()) {
            return Answer.BAD_CONTENT;
        }
        return switch (error) {
            case "forbidden" -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case "not_found", "appointment_not_found" -> new Answer.Failed(GONE, "not-found");
            case "invalid_appointment_type" -> new Answer.Failed(BAD_REQUEST, "unknown-type");
            case "invalid_calendar", "no_available_calendar" -> new Answer.Failed(BAD_REQUEST, "unknown-calendar");
            case "not_available", "not_available_min_hours_in_advance", "not_available_max_days_in_advance" ->
                new Answer.Failed(BAD_REQUEST, Answer.NOT_AVAILABLE);
            default -> byStatus(status);
        };
    }

    private static Answer byStatus(int status) {
        return switch (status) {
            case 403 -> new Answer.Failed(REFUSED_PERMISSION, "forbidden");
            case 404 -> new Answer.Failed(GONE, "not-found");
            default -> new Answer.Failed(BAD_REQUEST, "bad-request");
        };
    }

    private static @Nullable JsonNode content(Reply.Answered answered) {
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
