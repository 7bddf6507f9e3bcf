package hotleads.sync.google;

import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.CountedActs;
import hotleads.sync.google.GoogleAccount.Token;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.http.ReadLimits;
import hotleads.sync.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls of Google's calendar and of its tokens, each answer classified and reported. */
@Component
class GoogleApi {
    private static final String PATH = "/calendar/v3";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TRUSTED_SKEW = Duration.ofSeconds(30);

    private final ProviderCalls calendar;
    private final ProviderCalls tokens;
    private final GoogleProperties properties;
    private final CountedActs acts;
    private final Clock clock;

    GoogleApi(GoogleProperties properties, CountedActs acts, Clock clock) {
        this.properties = properties;
        this.acts = acts;
        this.clock = clock;
        ReadLimits limits = new ReadLimits(
                properties.connect(),
                properties.silence(),
                Math.toIntExact(properties.mostBytes().toBytes()));
        this.calendar = new ProviderCalls(AllowedOrigin.of("HOTLEADS_GOOGLE_BASE_URL", properties.baseUrl()), limits);
        this.tokens = new ProviderCalls(AllowedOrigin.of("HOTLEADS_GOOGLE_TOKEN_URL", properties.tokenUrl()), limits);
    }

    Deadline deadline() {
        return Deadline.in(properties.total());
    }

    Instant now() {
        return clock.instant();
    }

    /** How a call is called where it is reported, and its path. */
    record Call(String method, String word, String path) {}

    Answer get(Call call, @Nullable Token token, Deadline deadline) {
        return send(call, token, null, null, deadline);
    }

    /**
     * One call, which is not made without a token that lasts.
     *
     * @param etag the version it is about, if it must still be that
     */
    Answer send(
            Call call, @Nullable Token token, @Nullable Map<String, ?> body, @Nullable String etag, Deadline deadline) {
        if (token == null || !token.lasts(clock.instant())) {
            return new Answer.Failed(ProviderOutcome.TOKEN_NEEDED, "token-needed");
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Authorization", "Bearer " + token.value());
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        byte[] json = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        String path = PATH + call.path;
        Reply reply = switch (call.method) {
            case "get" -> calendar.get(path, headers, deadline);
            case "post" -> calendar.post(path, headers, json, deadline);
            case "patch" -> calendar.patch(path, headers, json, deadline);
            case "delete" -> calendar.delete(path, headers, deadline);
            default -> throw new IllegalArgumentException("No such method");
        };
        return reported(call, Classify.reply(reply, clock.instant()));
    }

    /** Asks for a token, once more by Google's own clock when ours turns out to be off. */
    Answer token(SignedAt assertion, Deadline deadline) {
        Instant now = clock.instant();
        Reply reply = ask(assertion.signed(now), deadline);
        Answer answer = reported(new Call("post", "token", ""), ClassifyToken.reply(reply, now));
        Duration skew = skew(reply, now);
        boolean isOff = answer instanceof Answer.Failed failed && failed.cause().equals(ClassifyToken.CLOCK_OFF);
        return isOff && skew.abs().compareTo(TRUSTED_SKEW) > 0
                ? reported(
                        new Call("post", "token", ""),
                        ClassifyToken.reply(ask(assertion.signed(now.plus(skew)), deadline), now))
                : answer;
    }

    /** An assertion, signed as of a moment. */
    interface SignedAt {
        String signed(Instant now);
    }

    private Reply ask(String assertion, Deadline deadline) {
        String form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion;
        return tokens.postForm(
                "", Map.of("Accept", "application/json"), form.getBytes(StandardCharsets.US_ASCII), deadline);
    }

    private static Duration skew(Reply reply, Instant now) {
        try {
            return reply instanceof Reply.Answered answered
                    ? answered.headers()
                            .firstValue("Date")
                            .map(text -> Duration.between(
                                    now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))))
                            .orElse(Duration.ZERO)
                    : Duration.ZERO;
        } catch (DateTimeException notADate) {
            return Duration.ZERO;
        }
    }

    private Answer reported(Call call, Answer answer) {
        acts.count("provider.called", "google", call.method + '.' + call.word, outcome(answer), null);
        return answer;
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Content _ -> "done";
            case Answer.Failed failed ->
                failed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
