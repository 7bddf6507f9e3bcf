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
import java.io.UncheckedIOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders auth to invite people, with a token of the launcher's own. */
public final class Invites {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(30);
    private static final String ISSUER = "hotleads-auth";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI auth;
    private final ECKey launcher;
    private final InstantSource clock;

    public Invites(URI auth, ECKey launcher, InstantSource clock) {
        this.auth = auth;
        this.launcher = launcher;
        this.clock = clock;
    }

    public Invited invite(NewAccount account) {
        HttpRequest request = withToken("/internal/invites")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(account)))
                .build();
        HttpResponse<String> answer = send(request);
        return switch (answer.statusCode()) {
            case CREATED -> {
                JsonNode made = json.readTree(answer.body());
                yield new Invited.Waiting(
                        made.path("token").asString(), made.path("link").asString());
            }
            case CONFLICT -> new Invited.HasAccount();
            default -> throw refused("an invite", answer);
        };
    }

    public boolean adminExists() {
        HttpResponse<String> answer =
                send(withToken("/internal/accounts/exists?role=admin").build());
        if (answer.statusCode() != OK) {
            throw refused("whether an admin exists", answer);
        }
        return json.readTree(answer.body()).path("exists").asBoolean();
    }

    private HttpRequest.Builder withToken(String path) {
        return HttpRequest.newBuilder(auth.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token());
    }

    private String token() {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion(),
                "audience", "auth",
                "scope", "account.invite");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(auth.resolve("/oauth/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build());
        if (answer.statusCode() != OK) {
            throw refused("a token", answer);
        }
        return json.readTree(answer.body()).path("access_token").asString();
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

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("auth does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for auth", stopped);
        }
    }

    /** Only the status: the body could repeat who was to be invited. */
    private static Refusal refused(String what, HttpResponse<String> answer) {
        return new Refusal("auth refused " + what + " (status " + answer.statusCode() + "); its log says why.");
    }
}
