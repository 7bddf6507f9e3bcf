package hotleads.sync.acuity;

import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.CountedActs;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.http.ReadLimits;
import hotleads.sync.http.Reply;
import hotleads.sync.limits.Pace;
import hotleads.sync.limits.ProviderLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls of Acuity's API, in turn, each answer classified. */
@Component
class AcuityApi {
    private static final String PATH = "/api/v1";
    private static final Pattern KIND = Pattern.compile("/([a-z-]+(?:/[a-z-]+)*)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pace pace = new Pace(ProviderLimit.ACUITY);
    private final ProviderCalls calls;
    private final Map<String, String> headers;
    private final CountedActs acts;
    private final Clock clock;

    AcuityApi(AcuityProperties properties, CountedActs acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
        this.calls = new ProviderCalls(
                AllowedOrigin.of("HOTLEADS_ACUITY_BASE_URL", properties.baseUrl()),
                new ReadLimits(
                        properties.connect(),
                        properties.silence(),
                        Math.toIntExact(properties.mostBytes().toBytes())));
        this.headers = Map.of("Accept", "application/json", "Authorization", basic(properties));
    }

    Answer get(String pathAndQuery, Deadline deadline) {
        return inTurn("get", pathAndQuery, () -> classified(calls.get(PATH + pathAndQuery, headers, deadline)));
    }

    /** @param body what Acuity is to read as JSON */
    Answer post(String path, Map<String, ?> body, Deadline deadline) {
        byte[] json = JSON.writeValueAsBytes(body);
        return inTurn("post", path, () -> classified(calls.post(PATH + path, headers, json, deadline)));
    }

    Answer delete(String path, Deadline deadline) {
        return inTurn(
                "delete", path, () -> Classify.deletion(calls.delete(PATH + path, headers, deadline), clock.instant()));
    }

    private Answer classified(Reply reply) {
        return Classify.reply(reply, clock.instant());
    }

    private Answer inTurn(String method, String path, Supplier<Answer> call) {
        return pace.inTurn(() -> restingIfAsked(recorded(method, path, call)), AcuityApi::notOurTurn);
    }

    /** What was asked for which record core tells; that something was asked at all is told from here. */
    private Answer recorded(String method, String path, Supplier<Answer> call) {
        Answer answer = call.get();
        acts.count("provider.called", "acuity", method + "." + kindOf(path), outcomeOf(answer), null);
        return answer;
    }

    private static String outcomeOf(Answer answer) {
        return switch (answer) {
            case Answer.Content _ -> "done";
            case Answer.TooMuch() -> "too-much";
            case Answer.Failed failed ->
                failed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The first words of a path, up to an id or a query: {@code availability.dates}, {@code appointments}. */
    private static String kindOf(String path) {
        Matcher words = KIND.matcher(path);
        return words.lookingAt() ? words.group(1).replace('/', '.') : "other";
    }

    private Answer restingIfAsked(Answer answer) {
        if (answer instanceof Answer.Failed failed && failed.retryAfterMillis() != null) {
            pace.rest(Duration.ofMillis(failed.retryAfterMillis()));
        }
        return answer;
    }

    private static Answer notOurTurn(Duration wait) {
        return new Answer.Failed(ProviderOutcome.RETRY_LATER, "own-limit", wait.toMillis());
    }

    private static String basic(AcuityProperties account) {
        String pair = account.userId() + ':' + account.apiKey().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
