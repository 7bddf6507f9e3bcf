package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoCredentials;
import hotleads.platform.report.CountedActs;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.http.Reply;
import hotleads.sync.values.AccessToken;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks for a token, once an order. Refusals come with status 200, and whoever asks too often is locked out for ten
 * minutes or longer (sheet §3): so nothing here ever asks twice.
 */
@Component
class ZohoTokens {
    static final String ZOHO = "zoho";
    private static final String PATH = "/oauth/v2/token";
    private static final Duration LOCKED = Duration.ofMinutes(11);
    private static final long USUAL_LIFE_SECONDS = 3_600;
    private static final long LONGEST_LIFE_SECONDS = 86_400;

    private final SealedAccounts sealed;
    private final ZohoProperties properties;
    private final ZohoHosts hosts;
    private final CountedActs acts;
    private final Clock clock;

    ZohoTokens(SealedAccounts sealed, ZohoProperties properties, ZohoHosts hosts, CountedActs acts, Clock clock) {
        this.sealed = sealed;
        this.properties = properties;
        this.hosts = hosts;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param account as core kept it; null when it never had one: the settings seed it */
    ProviderAnswer<byte[]> renew(byte @Nullable [] account) {
        if (account == null && !properties.isSeeded()) {
            return ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "not-connected");
        }
        return withToken(account == null ? seed() : sealed.open(ZOHO, account, Held.class));
    }

    /** What a person typed in; kept only if it opens something. */
    ProviderAnswer<byte[]> fresh(ZohoCredentials typed) {
        URI accounts = typed.dataCentre() == null || typed.dataCentre().isBlank()
                ? properties.accountsUrl()
                : DataCentre.of(typed.dataCentre()).map(DataCentre::accounts).orElse(null);
        if (accounts == null) {
            return ProviderAnswer.failed(ProviderOutcome.BAD_REQUEST, null, "unknown-data-centre");
        }
        return withToken(new Held(
                typed.clientId().strip(),
                typed.clientSecret().strip(),
                typed.refreshToken().strip(),
                accounts,
                null,
                null,
                null));
    }

    private Held seed() {
        return new Held(
                properties.clientId(),
                properties.clientSecret().reveal(),
                properties.refreshToken().reveal(),
                properties.accountsUrl(),
                null,
                null,
                null);
    }

    private ProviderAnswer<byte[]> withToken(Held held) {
        Instant asked = clock.instant();
        Reply reply = calls(held)
                .postForm(PATH, Map.of("Accept", "application/json"), form(held), Deadline.in(properties.total()));
        ProviderAnswer<byte[]> answer = read(reply, held, asked);
        acts.count(
                "provider.called",
                ZOHO,
                "post.token",
                answer.outcome() == ProviderOutcome.OK
                        ? "done"
                        : answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                null);
        return answer;
    }

    private ProviderCalls calls(Held held) {
        return hosts.at(AllowedOrigin.of("HOTLEADS_ZOHO_ACCOUNTS_URL", held.accounts()));
    }

    /** A form, so that no secret stands in an address. */
    private static byte[] form(Held held) {
        String form = "grant_type=refresh_token&client_id=" + encoded(held.clientId()) + "&client_secret="
                + encoded(held.clientSecret()) + "&refresh_token=" + encoded(held.refreshToken());
        return form.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    ProviderAnswer<byte[]> read(Reply reply, Held held, Instant asked) {
        if (!(reply instanceof Reply.Answered answered)) {
            return failed(Classify.reply(reply, asked));
        }
        JsonNode json = Classify.json(answered);
        if (json == null) {
            return failed(answered.status() < 300 ? Answer.BAD_CONTENT : Classify.reply(reply, asked));
        }
        String token = AccessToken.in(json);
        return token.isEmpty() ? refused(answered.status(), json) : given(held, token, json, asked);
    }

    private ProviderAnswer<byte[]> given(Held held, String token, JsonNode json, Instant asked) {
        URI api = hosts.api(json.path("api_domain").asString(""));
        if (api == null) {
            return ProviderAnswer.failed(ProviderOutcome.BAD_REQUEST, null, "unknown-host");
        }
        long life = Math.clamp(json.path("expires_in").asLong(USUAL_LIFE_SECONDS), 0, LONGEST_LIFE_SECONDS);
        return ProviderAnswer.of(sealed.seal(ZOHO, held.with(token, api, asked.plusSeconds(life))));
    }

    private static ProviderAnswer<byte[]> refused(int status, JsonNode json) {
        return switch (json.path("error").asString("")) {
            case "invalid_code" -> refusedToken("permission-withdrawn");
            case "invalid_client", "invalid_client_secret" -> refusedToken("credentials-refused");
            case "Access Denied" -> ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, LOCKED.toMillis(), "token-lock");
            case "general_error" -> ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "server-error");
            default ->
                status == 429
                        ? ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, LOCKED.toMillis(), "token-lock")
                        : ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "bad-content");
        };
    }

    private static ProviderAnswer<byte[]> refusedToken(String cause) {
        return ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, cause);
    }

    private static ProviderAnswer<byte[]> failed(Answer answer) {
        return answer.told(json -> null);
    }
}
