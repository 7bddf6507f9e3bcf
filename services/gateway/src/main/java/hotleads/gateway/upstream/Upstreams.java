package hotleads.gateway.upstream;

import hotleads.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Calls the programs behind the edge, over connections that are kept. */
@Component
public class Upstreams {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long SMALL = 64 * 1024;

    private final Map<Upstream, String> addresses = new EnumMap<>(Upstream.class);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    Upstreams(UpstreamProperties properties) {
        for (Upstream upstream : Upstream.values()) {
            URI address = properties.of(upstream);
            if (address != null && !address.toString().isBlank()) {
                addresses.put(upstream, withoutSlash(address.toString()));
            }
        }
    }

    /** The programs there are. */
    public Set<Upstream> known() {
        return addresses.keySet();
    }

    /** @param target path and query as they go on the wire */
    public HttpRequest.Builder request(Upstream upstream, String target) {
        try {
            return HttpRequest.newBuilder(URI.create(Objects.requireNonNull(addresses.get(upstream)) + target));
        } catch (IllegalArgumentException malformed) {
            // The message would quote the query.
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-address", "This address is malformed");
        }
    }

    /**
     * The answer: a small one has arrived as a whole, a long or endless one is still to be read. A {@link Problem} with
     * 503 or 504 when there is none.
     *
     * @param wait covers the body of a small answer too, which {@link HttpRequest#timeout} does not
     */
    public HttpResponse<InputStream> send(Upstream upstream, HttpRequest request, Duration wait) {
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, Upstreams::body);
        try {
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw slow(upstream);
        } catch (ExecutionException gone) {
            throw away(upstream);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw away(upstream);
        }
    }

    private static BodySubscriber<InputStream> body(ResponseInfo answer) {
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
        return length <= SMALL
                ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new)
                : BodySubscribers.ofInputStream();
    }

    /** Our own failure, and for a while only: never a 4xx, after which a sender would give up. */
    public static Problem away(Upstream upstream) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                upstream.word() + "-away",
                "A part of the service is away",
                Map.of("retryAfter", 2));
    }

    private static Problem slow(Upstream upstream) {
        return new Problem(
                HttpStatus.GATEWAY_TIMEOUT, upstream.word() + "-slow", "A part of the service takes too long");
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
