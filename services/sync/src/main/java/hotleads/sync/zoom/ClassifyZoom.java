package hotleads.sync.zoom;

import static hotleads.contracts.ProviderOutcome.BAD_REQUEST;
import static hotleads.contracts.ProviderOutcome.CHANGED;
import static hotleads.contracts.ProviderOutcome.GONE;
import static hotleads.contracts.ProviderOutcome.REFUSED_PERMISSION;
import static hotleads.contracts.ProviderOutcome.REFUSED_TOKEN;
import static hotleads.contracts.ProviderOutcome.RETRY_LATER;
import static hotleads.contracts.ProviderOutcome.UNCLEAR;

import hotleads.sync.http.Reply;
import hotleads.sync.http.RetryAfter;
import hotleads.sync.zoom.ZoomAnswer.Failed;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sorts Zoom's answers into classes: status and content type first, then its own number, which says more. */
final class ClassifyZoom {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration NEW_APP = Duration.ofMinutes(1);
    private static final long MOST_MILLIS = Duration.ofDays(1).toMillis();

    private ClassifyZoom() {}

    static ZoomAnswer reply(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered, now);
            case Reply.TooLong() -> new Failed(UNCLEAR, "too-large");
            case Reply.TimedOut() -> new Failed(UNCLEAR, "timed-out");
            case Reply.Unreachable() -> new Failed(UNCLEAR, "unreachable");
        };
    }

    /** The token endpoint has another envelope, and an empty answer for an hour after an app was made (sheet §2). */
    static ZoomAnswer token(Reply reply, Instant now) {
        if (reply instanceof Reply.Answered answered && answered.status() < 500 && answered.status() != 429) {
            JsonNode content = content(answered);
            if (content != null && content.path("error").isString()) {
                return new Failed(REFUSED_TOKEN, "credentials-refused");
            }
            if (content != null && answered.status() == 200 && content.isEmpty()) {
                return new Failed(RETRY_LATER, "token-not-ready", NEW_APP.toMillis());
            }
        }
        ZoomAnswer answer = reply(reply, now);
        // Nobody holds a token there, so this is about what asked for one.
        return answer instanceof Failed failed && failed.outcome() == REFUSED_TOKEN
                ? new Failed(REFUSED_TOKEN, "credentials-refused")
                : answer;
    }

    private static ZoomAnswer answered(Reply.Answered answered, Instant now) {
        int status = answered.status();
        if (status == 200 || status == 201) {
            JsonNode content = content(answered);
            return content == null ? ZoomAnswer.BAD_CONTENT : new ZoomAnswer.Content(content);
        }
        @Nullable Long wait = wait(answered.headers(), now);
        if (status == 429) {
            return new Failed(RETRY_LATER, "rate-limited", wait);
        }
        if (status >= 500) {
            return new Failed(UNCLEAR, "server-error", wait);
        }
        if (status >= 300 && status < 400 && status != 300) {
            return new Failed(UNCLEAR, "redirected");
        }
        return status < 300 ? ZoomAnswer.BAD_CONTENT : refused(answered, wait);
    }

    private static ZoomAnswer refused(Reply.Answered answered, @Nullable Long wait) {
        int status = answered.status();
        JsonNode envelope = content(answered);
        if (status == 401) {
            return new Failed(REFUSED_TOKEN, "token-refused");
        }
        // The rest must be Zoom's own word: a page of some edge would otherwise make a meeting vanish.
        if (envelope == null || !envelope.path("code").isNumber()) {
            return ZoomAnswer.BAD_CONTENT;
        }
        if (status == 409) {
            return new Failed(CHANGED, "changed");
        }
        // A quota told with 403 comes with the headers of a limit.
        if (status == 403 && answered.headers().firstValue("X-RateLimit-Type").isPresent()) {
            return new Failed(RETRY_LATER, "rate-limited", wait);
        }
        return byCode(envelope.path("code").asInt(0), status);
    }

    private static Failed byCode(int code, int status) {
        return switch (code) {
            case 124 -> new Failed(REFUSED_TOKEN, "token-refused");
            case 4700, 4711 -> new Failed(REFUSED_PERMISSION, "scope-missing");
            case 4702, 4704, 4705, 4706, 4709, 4717, 4735, 4741 -> new Failed(REFUSED_TOKEN, "credentials-refused");
            case 200 -> new Failed(REFUSED_PERMISSION, "forbidden");
            case 1001, 1010 -> new Failed(GONE, "unknown-host");
            case 3001 -> new Failed(GONE, "not-found");
            case 12702 -> new Failed(GONE, "too-old");
            case 300 -> new Failed(BAD_REQUEST, "page-token");
            default ->
                status == 403
                        ? new Failed(REFUSED_PERMISSION, "forbidden")
                        : new Failed(BAD_REQUEST, status == 404 ? "wrong-address" : "bad-request");
        };
    }

    /** {@code Retry-After} in any of its styles, or the second at which the limit is counted anew. */
    private static @Nullable Long wait(HttpHeaders headers, Instant now) {
        Optional<Duration> told = RetryAfter.in(headers, now);
        if (told.isPresent()) {
            return told.get().toMillis();
        }
        return headers.firstValue("X-RateLimit-Reset")
                .filter(text -> text.matches("\\d{10}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)).toEpochMilli() - now.toEpochMilli())
                .filter(millis -> millis > 0)
                .map(millis -> Math.min(millis, MOST_MILLIS))
                .orElse(null);
    }

    private static @Nullable JsonNode content(Reply.Answered answered) {
        if (!answered.isJson() || answered.body().length == 0) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(answered.body());
            return node.isObject() ? node : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
