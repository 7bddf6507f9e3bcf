package hotleads.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls auth as the gateway and the other services do. */
public final class TestGateway {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration KEPT = Duration.ofMinutes(4);

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final int port;
    private final Clock clock;

    TestGateway(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    public TestBrowser browser() {
        return browserAt("203.0.113.7");
    }

    public TestBrowser browserAt(String address) {
        return new TestBrowser(this, address);
    }

    /** A fresh token of a service for one act. */
    public String token(String service, String audience, String scope) {
        Answer answer = askToken(TestServices.assertion(service, clock.instant()), audience, scope);
        if (answer.status() != 200) {
            throw new AssertionError("No token: " + answer.body());
        }
        return answer.text("access_token");
    }

    /** The same, kept for a while as the services do. */
    String keptToken(String service, String audience, String scope) {
        return kept.compute(
                        service + audience + scope,
                        (name, known) -> known != null && known.isGoodAt(clock.instant())
                                ? known
                                : new Kept(
                                        token(service, audience, scope),
                                        clock.instant(),
                                        clock.instant().plus(KEPT)))
                .token;
    }

    public Answer askToken(String assertion, String audience, String scope) {
        return form(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion,
                        "audience", audience,
                        "scope", scope),
                null);
    }

    /** What the gateway does for each API request. */
    public Answer exchange(String session, String audience) {
        return exchange(session, audience, keptToken("gateway", "auth", "session.exchange"));
    }

    public Answer exchange(String session, String audience, @Nullable String bearer) {
        return form(
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        session,
                        "subject_token_type",
                        "urn:hotleads:token-type:session",
                        "audience",
                        audience),
                bearer);
    }

    /** As the gateway asks for a page's event stream, which no person's hand opens. */
    public Answer exchangePassively(String session, String passive) {
        return form(
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        session,
                        "subject_token_type",
                        "urn:hotleads:token-type:session",
                        "audience",
                        "core",
                        "passive",
                        passive),
                keptToken("gateway", "auth", "session.exchange"));
    }

    public Answer form(Map<String, String> form, @Nullable String bearer) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                "/oauth/token",
                body,
                bearer == null
                        ? Map.of("Content-Type", "application/x-www-form-urlencoded")
                        : Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Authorization",
                                "Bearer " + bearer));
    }

    /** As the launcher and core invite; a client about a person nobody else's account is about. */
    public Answer invite(String email, String displayName, String role) {
        if (role.equals("client")) {
            return inviteClient(UUID.randomUUID(), email, displayName);
        }
        return post(
                "/internal/invites",
                Map.of("email", email, "displayName", displayName, "role", role, "acuityCalendars", List.of()),
                keptToken("launcher", "auth", "account.invite"));
    }

    public Answer inviteClient(UUID person, String email, String displayName) {
        return post(
                "/internal/people/" + person + "/invites",
                Map.of("email", email, "displayName", displayName),
                keptToken("core", "auth", "account.invite"));
    }

    public Answer post(String path, Map<String, ?> body, String bearer) {
        return send(
                "POST",
                path,
                JSON.writeValueAsString(body),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + bearer));
    }

    public Answer get(String path, @Nullable String bearer) {
        return send("GET", path, null, bearer == null ? Map.of() : Map.of("Authorization", "Bearer " + bearer));
    }

    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    Clock clock() {
        return clock;
    }

    private record Kept(String token, Instant from, Instant until) {
        boolean isGoodAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }
}
