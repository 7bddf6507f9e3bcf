package hotleads.sync.zoho;

import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.CountedActs;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.limits.Pace;
import hotleads.sync.limits.ProviderLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of Zoho's API with a lent account, each answer classified; a token that is over asks for another and no more.
 */
@Component
class ZohoApi {
    private static final String PATH = "/crm/v8";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pace pace = new Pace(ProviderLimit.ZOHO);
    private final SealedAccounts sealed;
    private final ZohoProperties properties;
    private final ZohoHosts hosts;
    private final CountedActs acts;
    private final Clock clock;

    ZohoApi(SealedAccounts sealed, ZohoProperties properties, ZohoHosts hosts, CountedActs acts, Clock clock) {
        this.sealed = sealed;
        this.properties = properties;
        this.hosts = hosts;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param kind what is read, for the count of calls: never an id */
    Answer get(byte @Nullable [] account, String kind, String pathAndQuery, @Nullable Instant since) {
        return called(account, "get." + kind, held -> {
            Map<String, String> headers = headers(held);
            if (since != null) {
                headers.put("If-Modified-Since", ZohoTime.text(since));
            }
            return Classify.reply(calls(held).get(PATH + pathAndQuery, headers, deadline()), clock.instant());
        });
    }

    Answer post(byte @Nullable [] account, String kind, String path, Object body) {
        byte[] json = JSON.writeValueAsBytes(body);
        return called(
                account,
                "post." + kind,
                held -> Classify.reply(
                        calls(held).post(PATH + path, headers(held), json, deadline()), clock.instant()));
    }

    private Answer called(byte @Nullable [] account, String kind, Function<Held, Answer> call) {
        Held held = account == null ? null : sealed.open(ZohoTokens.ZOHO, account, Held.class);
        if (held == null || !held.isGoodAt(clock.instant())) {
            return new Answer.Failed(ProviderOutcome.TOKEN_NEEDED, "token-needed");
        }
        return pace.inTurn(() -> recorded(kind, () -> call.apply(held)), ZohoApi::notOurTurn);
    }

    private Answer recorded(String kind, Supplier<Answer> call) {
        Answer answer = call.get();
        acts.count("provider.called", ZohoTokens.ZOHO, kind, outcomeOf(answer), null);
        if (answer instanceof Answer.Failed failed && failed.retryAfterMillis() != null) {
            pace.rest(Duration.ofMillis(failed.retryAfterMillis()));
        }
        return answer;
    }

    private static String outcomeOf(Answer answer) {
        return switch (answer) {
            case Answer.Content content -> "done";
            case Answer.Nothing nothing -> "nothing";
            case Answer.Failed failed ->
                failed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private ProviderCalls calls(Held held) {
        return hosts.at(AllowedOrigin.of("HOTLEADS_ZOHO_API_URL", Objects.requireNonNull(held.api())));
    }

    private static Map<String, String> headers(Held held) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        // It calls the token Bearer and takes it under this word only (sheet §3).
        headers.put("Authorization", "Zoho-oauthtoken " + held.token());
        return headers;
    }

    private Deadline deadline() {
        return Deadline.in(properties.total());
    }

    private static Answer notOurTurn(Duration wait) {
        return new Answer.Failed(ProviderOutcome.RETRY_LATER, "own-limit", wait.toMillis());
    }
}
