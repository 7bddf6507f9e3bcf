package hotleads.platform.token;

import hotleads.platform.traces.TracedCalls;
import hotleads.platform.traces.Traces;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** This service's own tokens: one for each audience and act, asked of auth anew before it runs out. */
@Component
@ConditionalOnProperty("HOTLEADS_SERVICE_KEY_FILE")
public class ServiceTokens {
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Held>> asking = new ConcurrentHashMap<>();
    private final ServiceKey key;
    private final RestClient auth;
    private final Clock clock;

    ServiceTokens(
            @Value("${HOTLEADS_SERVICE_KEY_FILE}") Path keyFile,
            @Value("${HOTLEADS_AUTH_URL}") URI auth,
            Traces traces,
            Clock clock) {
        this.clock = clock;
        this.key = ServiceKey.read(keyFile);
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build());
        requests.setReadTimeout(TIMEOUT);
        this.auth = RestClient.builder()
                .baseUrl(auth)
                .requestFactory(requests)
                .requestInterceptor(new TracedCalls(traces, "auth own token"))
                .build();
    }

    /**
     * A token for one act at one service. Those who need the same at one moment wait for one answer, and all get it:
     * were each to ask in turn, a silent auth would keep the last of a thousand waiting for more than an hour.
     *
     * @throws RestClientException when auth is away or refuses, and the token from before has run out
     */
    public String tokenFor(String audience, String scope) {
        String name = audience + ' ' + scope;
        Held current = held.get(name);
        if (current != null && current.isFresh(clock.instant())) {
            return current.token;
        }
        try {
            return renewed(name, audience, scope).token;
        } catch (RestClientException away) {
            if (current != null && current.isValid(clock.instant())) {
                return current.token;
            }
            throw away;
        }
    }

    private Held renewed(String name, String audience, String scope) {
        var mine = new CompletableFuture<Held>();
        CompletableFuture<Held> others = asking.putIfAbsent(name, mine);
        if (others != null) {
            return answerOf(others);
        }
        try {
            Held newest = held.get(name);
            // Somebody may have been answered since we looked.
            if (newest == null || !newest.isFresh(clock.instant())) {
                newest = ask(audience, scope);
                held.put(name, newest);
            }
            mine.complete(newest);
            return newest;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            asking.remove(name);
        }
    }

    private static Held answerOf(CompletableFuture<Held> others) {
        try {
            return others.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException theirs ? theirs : failure;
        }
    }

    private Held ask(String audience, String scope) {
        Instant now = clock.instant();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.add("client_assertion", key.assertion(now));
        form.add("audience", audience);
        form.add("scope", scope);
        Map<String, Object> answer = Objects.requireNonNull(auth.post()
                .uri("/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
        return new Held(
                String.valueOf(answer.get("access_token")),
                now,
                now.plusSeconds(Long.parseLong(String.valueOf(answer.get("expires_in")))));
    }

    private record Held(String token, Instant askedAt, Instant expiresAt) {
        /** Once the clock was put back, a token from before is not valid yet, and stays so for as long. */
        boolean isFresh(Instant now) {
            return !now.isBefore(askedAt) && now.isBefore(expiresAt.minus(RENEW_BEFORE));
        }

        boolean isValid(Instant now) {
            return !now.isBefore(askedAt) && now.isBefore(expiresAt);
        }
    }
}
