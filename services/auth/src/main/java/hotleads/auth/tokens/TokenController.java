package hotleads.auth.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hotleads.auth.sessions.SessionSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint and the public keys. */
@RestController
class TokenController {
    private static final String CLIENT_CREDENTIALS = "client_credentials";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String SESSION = "urn:hotleads:token-type:session";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String EXCHANGE_SCOPE = "SCOPE_session.exchange";

    private static final Set<String> FOR_CREDENTIALS =
            Set.of("grant_type", "client_assertion_type", "client_assertion", "audience", "scope");
    private static final Set<String> FOR_EXCHANGE =
            Set.of("grant_type", "subject_token", "subject_token_type", "audience");
    private static final Set<String> FOR_PASSIVE_EXCHANGE =
            Set.of("grant_type", "subject_token", "subject_token_type", "audience", "passive");

    private final IssueServiceToken issueServiceToken;
    private final ExchangeSession exchangeSession;
    private final SigningKeys keys;

    TokenController(IssueServiceToken issueServiceToken, ExchangeSession exchangeSession, SigningKeys keys) {
        this.issueServiceToken = issueServiceToken;
        this.exchangeSession = exchangeSession;
        this.keys = keys;
    }

    @GetMapping(path = "/oauth/jwks", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> jwks() {
        return keys.published().toJSONObject(true);
    }

    @PostMapping(
            path = "/oauth/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> token(HttpServletRequest request, @Nullable Authentication caller) {
        Form form = new Form(request);
        return switch (form.value("grant_type").orElse("")) {
            case "" -> answer(new TokenAnswer.Refused(TokenError.INVALID_REQUEST), null);
            case CLIENT_CREDENTIALS -> answer(serviceToken(form), null);
            case EXCHANGE -> answer(exchange(form, caller), ACCESS_TOKEN);
            default -> answer(new TokenAnswer.Refused(TokenError.UNSUPPORTED_GRANT_TYPE), null);
        };
    }

    private TokenAnswer serviceToken(Form form) {
        if (!form.hasExactly(FOR_CREDENTIALS)
                || !form.get("client_assertion_type").equals(JWT_BEARER)) {
            return new TokenAnswer.Refused(TokenError.INVALID_REQUEST);
        }
        return issueServiceToken.issue(form.get("client_assertion"), form.get("audience"), form.get("scope"));
    }

    private TokenAnswer exchange(Form form, @Nullable Authentication caller) {
        if (caller == null
                || caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .noneMatch(EXCHANGE_SCOPE::equals)) {
            return new TokenAnswer.Refused(TokenError.INVALID_CLIENT);
        }
        boolean isPassive = form.get("passive").equals("true");
        if (!form.hasExactly(isPassive ? FOR_PASSIVE_EXCHANGE : FOR_EXCHANGE)
                || !form.get("subject_token_type").equals(SESSION)) {
            return new TokenAnswer.Refused(TokenError.INVALID_REQUEST);
        }
        SessionSecret session = new SessionSecret(form.get("subject_token"));
        return isPassive
                ? exchangeSession.exchangePassively(session, form.get("audience"))
                : exchangeSession.exchange(session, form.get("audience"));
    }

    private static ResponseEntity<Object> answer(TokenAnswer answer, @Nullable String issuedType) {
        return switch (answer) {
            case TokenAnswer.Issued(String token, long seconds) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new IssuedToken(token, issuedType, "Bearer", seconds));
            case TokenAnswer.Refused(TokenError why) ->
                ResponseEntity.status(why.status())
                        .cacheControl(CacheControl.noStore())
                        .body(Map.of("error", why.word()));
        };
    }

    /** The request's form, each parameter exactly once (RFC 6749 section 3.2) and none of them in the URL. */
    private record Form(HttpServletRequest request) {
        Optional<String> value(String name) {
            String[] values = request.getParameterValues(name);
            return values == null || values.length != 1 || request.getQueryString() != null
                    ? Optional.empty()
                    : Optional.of(values[0]);
        }

        String get(String name) {
            return value(name).orElse("");
        }

        boolean hasExactly(Set<String> names) {
            return request.getParameterMap().keySet().equals(names)
                    && names.stream().allMatch(name -> value(name).isPresent());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record IssuedToken(
            @JsonProperty("access_token") String token,
            @JsonProperty("issued_token_type") @Nullable String issuedType,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long seconds) {
        @Override
        public String toString() {
            return "[token]";
        }
    }
}
