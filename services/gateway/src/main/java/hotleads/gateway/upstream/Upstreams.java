package hotleads.gateway.upstream;

import hotleads.platform.http.KeptConnections;
import hotleads.platform.problem.Problem;
import hotleads.platform.traces.Traces;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Calls the programs behind the edge, over connections that are kept. */
@Component
public class Upstreams {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long SMALL = 64 * 1024;

    private final Map<Upstream, String> addresses = new EnumMap<>(Upstream.class);
    private final Traces traces;
    private final KeptConnections connections = new KeptConnections(CONNECT);

    Upstreams(UpstreamProperties properties, Traces traces) {
        this.traces = traces;
        for (Upstream upstream : Upstream.values()) {
            URI address = properties.of(upstream);
            if (address != null && !address.toString().isBlank()) {
                addresses.put(upstream, withoutSlash(address.toString()));
            }
        }
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    /** The programs there are. */
    public Set<Upstream> known() {
        return addresses.keySet();
    }

    /** @param target path and query as they go on the wire */
    public HttpUriRequestBase request(Upstream upstream, String method, String target) {
        try {
            return new HttpUriRequestBase(method, URI.create(Objects.requireNonNull(addresses.get(upstream)) + target));
        } catch (IllegalArgumentException malformed) {
            // The message would quote the query.
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-address", "This address is malformed");
        }
    }

    /**
     * The answer: a small one has arrived as a whole, a long or endless one is still to be read. A {@link Problem} with
     * 503 or 504 when there is none.
     *
     * @param wait the longest silence before and within the answer
     */
    public Answer send(Upstream upstream, HttpUriRequestBase call, Duration wait) {
        call.setConfig(KeptConnections.patience(wait));
        try (Traces.Step step = traces.call(upstream.word(), call.getMethod(), call::setHeader)) {
            ClassicHttpResponse head = connections.client().executeOpen(null, call, null);
            step.answered(head.getCode());
            return new Answer(call, head, body(head.getEntity()));
        } catch (ConnectTimeoutException unreachable) {
            throw away(upstream);
        } catch (SocketTimeoutException silent) {
            call.cancel();
            throw slow(upstream);
        } catch (IOException gone) {
            call.cancel();
            throw away(upstream);
        }
    }

    private static InputStream body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new ByteArrayInputStream(new byte[0]);
        }
        InputStream arriving = entity.getContent();
        boolean small = entity.getContentLength() >= 0 && entity.getContentLength() <= SMALL;
        return small ? new ByteArrayInputStream(arriving.readAllBytes()) : arriving;
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
