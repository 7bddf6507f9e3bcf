package hotleads.simulators.zoom;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Server-to-server OAuth: an hour's token for the account's credentials, and no refresh token. */
final class Tokens {

    static final String REPORTS = "report:read:list_meeting_participants:admin";
    private static final String SCOPES = REPORTS + " report:read:user:admin meeting:read:past_meeting:admin"
            + " meeting:read:list_past_instances:admin meeting:read:list_past_participants:admin"
            + " meeting:read:list_meetings:admin meeting:read:meeting:admin user:read:list_users:admin"
            + " user:read:user:admin";
    private static final Duration LIFE = Duration.ofMinutes(59).plusSeconds(59);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final ZoomAccount account;
    private final ZoomFaults faults;
    private final InstantSource realTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> issued = new ConcurrentHashMap<>();

    Tokens(ZoomAccount account, ZoomFaults faults, InstantSource realTime) {
        this.account = account;
        this.faults = faults;
        this.realTime = realTime;
    }

    Answer issue(Request request) {
        if (faults.on(ZoomFault.TOKENS_REVOKED) || !isKnown(request)) {
            return refused("Invalid client_id or client_secret", "invalid_client");
        }
        // Zoom takes the parameters in the form or behind the path.
        if (!"account_credentials".equals(parameter(request, "grant_type"))) {
            return refused("unsupported grant type", "unsupported_grant_type");
        }
        if (!account.accountId().equals(parameter(request, "account_id"))) {
            return refused("Bad Request", "invalid_request");
        }
        return faults.on(ZoomFault.EMPTY_TOKEN) ? Answer.json(200, Map.of()) : Answer.json(200, fresh());
    }

    /** What is wrong with the token of a request, or nothing. */
    Optional<ZoomError> refusal(Request request) {
        String header = request.header("Authorization").orElse("");
        Instant at = header.startsWith("Bearer ") ? issued.get(header.substring("Bearer ".length())) : null;
        if (at == null || faults.on(ZoomFault.TOKENS_REVOKED)) {
            return Optional.of(ZoomError.TOKEN_INVALID);
        }
        Duration life = faults.on(ZoomFault.SHORT_TOKENS) ? SHORT : LIFE;
        return realTime.instant().isAfter(at.plus(life)) ? Optional.of(ZoomError.TOKEN_EXPIRED) : Optional.empty();
    }

    private Map<String, Object> fresh() {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued.put(token, realTime.instant());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("token_type", "bearer");
        answer.put("expires_in", LIFE.toSeconds());
        answer.put("scope", faults.on(ZoomFault.SCOPE_MISSING) ? SCOPES.replace(REPORTS + " ", "") : SCOPES);
        answer.put("api_url", "https://api-us.zoom.us");
        return answer;
    }

    private boolean isKnown(Request request) {
        String secret = account.clientSecret() + (faults.on(ZoomFault.SECRET_CHANGED) ? "-changed" : "");
        String pair = account.clientId() + ":" + secret;
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").filter(expected::equals).isPresent();
    }

    private static String parameter(Request request, String name) {
        return request.form().get(name).or(() -> request.query().get(name)).orElse("");
    }

    private static Answer refused(String reason, String error) {
        return Answer.json(400, Map.of("reason", reason, "error", error));
    }
}
