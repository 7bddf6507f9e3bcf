package hotleads.sync.zoom;

import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZoomCredentials;
import hotleads.platform.report.CountedActs;
import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.http.ReadLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls at Zoom, each answer classified and reported. Whose turn it is core decides. */
@Component
class ZoomApi {
    private static final Duration GOOD_FOR_THIS_CALL = Duration.ofMinutes(1);

    private final ProviderCalls api;
    private final ProviderCalls tokens;
    private final ZoomProperties properties;
    private final CountedActs acts;
    private final Clock clock;

    ZoomApi(ZoomProperties properties, CountedActs acts, Clock clock) {
        this.properties = properties;
        this.acts = acts;
        this.clock = clock;
        ReadLimits limits = new ReadLimits(
                properties.connect(),
                properties.silence(),
                Math.toIntExact(properties.mostBytes().toBytes()));
        this.api = new ProviderCalls(AllowedOrigin.of("HOTLEADS_ZOOM_BASE_URL", properties.baseUrl()), limits);
        // The answer names a regional address; only ours is ever called.
        this.tokens = new ProviderCalls(AllowedOrigin.of("HOTLEADS_ZOOM_TOKEN_URL", properties.tokenUrl()), limits);
    }

    /** @param kind what the trail calls it, such as {@code report.participants} */
    ZoomAnswer get(ZoomGrant grant, String kind, String pathAndQuery) {
        if (grant.expiresAt().isBefore(clock.instant().plus(GOOD_FOR_THIS_CALL))) {
            return new ZoomAnswer.Failed(ProviderOutcome.TOKEN_NEEDED, "token-expired");
        }
        Map<String, String> headers = Map.of("Accept", "application/json", "Authorization", "Bearer " + grant.token());
        return recorded(
                "get." + kind,
                ClassifyZoom.reply(
                        api.get("/v2" + pathAndQuery, headers, Deadline.in(properties.total())), clock.instant()));
    }

    ZoomAnswer token(ZoomCredentials credentials) {
        String pair = credentials.clientId() + ':' + credentials.clientSecret();
        Map<String, String> headers = Map.of(
                "Accept",
                "application/json",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        byte[] form = ("grant_type=account_credentials&account_id="
                        + URLEncoder.encode(credentials.accountId(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        return recorded(
                "post.token",
                ClassifyZoom.token(
                        tokens.postForm("", headers, form, Deadline.in(properties.total())), clock.instant()));
    }

    /** What was asked for which record core tells; that something was asked at all is told from here. */
    private ZoomAnswer recorded(String kind, ZoomAnswer answer) {
        String outcome = answer instanceof ZoomAnswer.Failed failed
                ? failed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "done";
        acts.count("provider.called", "zoom", kind, outcome, null);
        return answer;
    }
}
