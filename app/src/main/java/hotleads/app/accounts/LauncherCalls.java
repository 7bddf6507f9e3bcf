package hotleads.app.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls at our own programs with tokens of the launcher's own. */
public final class LauncherCalls {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(30);
    private static final String ISSUER = "hotleads-auth";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI auth;
    private final ECKey launcher;
    private final InstantSource clock;

    public LauncherCalls(URI auth, ECKey launcher, InstantSource clock) {
        this.auth = auth;
        this.launcher = launcher;
        this.clock = clock;
    }

    HttpRequest.Builder to(URI service, String audience, String path, String scope) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(audience, scope));
    }

    private String token(String audience, String scope) {
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(),
                "audience",
                audience,
                "scope",
                scope);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(auth.resolve("/oauth/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build());
        return switch (answer.statusCode()) {
            case OK -> tokenIn(answer);
            case UNAUTHORIZED ->
                throw new Refusal("auth does not know the launcher by this key: it is another installation's, or was"
                        + " replaced, or the clocks of the two differ.");
            default ->
                throw new Refusal("auth refused a token (status " + answer.statusCode() + "); its log says why.");
        };
    }

    private String tokenIn(HttpResponse<String> answer) {
        try {
            String token = json.readTree(answer.body()).path("access_token").asString("");
            if (!token.isEmpty()) {
                return token;
            }
        } catch (JacksonException notJson) {
            // Said below like an answer without a token.
        }
        throw new Refusal("What answers at " + origin(answer.uri()) + " is not auth.");
    }

    private String assertion() {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("client-authentication+jwt"))
                        .keyID(launcher.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(launcher.getKeyID())
                        .subject(launcher.getKeyID())
                        .audience(ISSUER)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            assertion.sign(new ECDSASigner(launcher));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Cannot sign with the launcher's key", impossible);
        }
        return assertion.serialize();
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            // Its kind alone: the request, which a message could quote, names a person.
            throw new Refusal("Nothing answers at " + origin(request.uri()) + " ("
                    + failed.getClass().getSimpleName() + "). Is the program running, and is this its address?");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a program", stopped);
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
