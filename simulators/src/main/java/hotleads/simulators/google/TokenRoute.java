package hotleads.simulators.google;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /google/token}: a signed assertion in, an access token for one person out. */
final class TokenRoute {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    // Google's libraries keep this audience whatever address they post to (sheet §2).
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

    private static final long SKEW = Duration.ofMinutes(5).toSeconds();
    private static final long LONGEST = Duration.ofHours(1).toSeconds();
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final ServiceAccount account;
    private final Tokens tokens;
    private final GoogleFaults faults;
    private final InstantSource time;

    TokenRoute(ServiceAccount account, Tokens tokens, GoogleFaults faults, InstantSource time) {
        this.account = account;
        this.tokens = tokens;
        this.faults = faults;
        this.time = time;
    }

    /** A refusal in OAuth's own envelope. */
    private record Refusal(int status, String error, String description) {
        Answer answer() {
            return Answer.json(status, Map.of("error", error, "error_description", description));
        }
    }

    private static final Refusal DELEGATION = new Refusal(
            401,
            "unauthorized_client",
            "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of"
                    + " the scopes requested.");
    private static final Refusal SIGNATURE = new Refusal(400, "invalid_grant", "Invalid JWT Signature.");
    private static final Refusal TIMES = new Refusal(
            400,
            "invalid_grant",
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat"
                    + " and exp values in the JWT claim.");
    private static final Refusal PERSON = new Refusal(400, "invalid_grant", "Invalid email or User ID");

    Answer handle(Request request) {
        Parameters form = request.form();
        if (!form.get("grant_type").filter(GRANT::equals).isPresent()) {
            return new Refusal(400, "unsupported_grant_type", "Invalid grant_type").answer();
        }
        if (faults.on(GoogleFault.KEY_DELETED)) {
            return new Refusal(401, "invalid_client", "The OAuth client was not found.").answer();
        }
        String[] parts = form.get("assertion").orElse("").split("\\.", -1);
        return claims(parts).map(claims -> judge(claims)).orElseGet(SIGNATURE::answer);
    }

    private Answer judge(JsonNode claims) {
        long now = time.instant()
                .plus(faults.on(GoogleFault.CLOCK_AHEAD) ? AHEAD : Duration.ZERO)
                .getEpochSecond();
        long issued = claims.path("iat").asLong(0);
        long ends = claims.path("exp").asLong(0);
        if (!AUDIENCE.equals(claims.path("aud").asString(""))
                || Math.abs(issued - now) > SKEW
                || ends <= now
                || ends - issued > LONGEST) {
            return TIMES.answer();
        }
        String person = claims.path("sub").asString("");
        if (!Workspace.knows(person) || faults.on(GoogleFault.UNKNOWN_PERSON)) {
            return PERSON.answer();
        }
        Optional<Set<Scope>> scopes = scopes(claims.path("scope").asString(""));
        if (scopes.isEmpty()) {
            return new Refusal(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.").answer();
        }
        if (scopes.get().isEmpty() || faults.on(GoogleFault.DELEGATION_WITHDRAWN)) {
            return DELEGATION.answer();
        }
        return Answer.json(
                200,
                Map.of(
                        "access_token",
                        tokens.issue(person, scopes.get()),
                        "expires_in",
                        Tokens.LIFE.toSeconds() - 1,
                        "token_type",
                        "Bearer"));
    }

    /** Empty when the text is none; an empty set when one of them was never granted. */
    private static Optional<Set<Scope>> scopes(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.startsWith("https://www.googleapis.com/auth/")) {
                return Optional.empty();
            }
            Optional<Scope> scope = Scope.of(word);
            if (scope.isEmpty()) {
                return Optional.of(Set.of());
            }
            scopes.add(scope.get());
        }
        return Optional.of(scopes);
    }

    private Optional<JsonNode> claims(String[] parts) {
        try {
            if (parts.length != 3 || !isSigned(parts)) {
                return Optional.empty();
            }
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.of(claims)
                    .filter(one -> account.isNamed(one.path("iss").asString("")));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String[] parts) {
        JsonNode header = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
        // Google's Node client names no key; whoever names one names the account's.
        if (!header.path("alg").asString("").equals("RS256")
                || !header.path("kid").asString(account.keyId()).equals(account.keyId())) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(account.key());
            signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }
}
