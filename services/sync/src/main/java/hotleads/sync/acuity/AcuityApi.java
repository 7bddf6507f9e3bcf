package hotleads.sync.acuity;

import hotleads.contracts.ProviderOutcome;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderReads;
import hotleads.sync.http.ReadLimits;
import hotleads.sync.http.Reply;
import hotleads.sync.limits.Pace;
import hotleads.sync.limits.ProviderLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** GETs at Acuity's API, in turn, each answer classified. */
@Component
class AcuityApi {
    private static final String PATH = "/api/v1";

    private final Pace pace = new Pace(ProviderLimit.ACUITY);
    private final ProviderReads reads;
    private final Map<String, String> headers;
    private final Clock clock;

    AcuityApi(AcuityProperties properties, Clock clock) {
        this.clock = clock;
        this.reads = new ProviderReads(
                AllowedOrigin.of("HOTLEADS_ACUITY_BASE_URL", properties.baseUrl()),
                new ReadLimits(
                        properties.connect(),
                        properties.silence(),
                        Math.toIntExact(properties.mostBytes().toBytes())));
        this.headers = Map.of("Accept", "application/json", "Authorization", basic(properties));
    }

    Answer get(String pathAndQuery, Deadline deadline) {
        return pace.inTurn(() -> read(pathAndQuery, deadline), AcuityApi::notOurTurn);
    }

    private Answer read(String pathAndQuery, Deadline deadline) {
        Reply reply = reads.get(PATH + pathAndQuery, headers, deadline);
        Answer answer = Classify.reply(reply, clock.instant());
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
