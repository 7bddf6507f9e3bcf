package hotleads.sync.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Calls at one provider's origin; every way a call can end is a {@link Reply}. None is repeated here. */
public final class ProviderCalls {
    private final HttpClient http;
    private final AllowedOrigin origin;
    private final ReadLimits limits;

    public ProviderCalls(AllowedOrigin origin, ReadLimits limits) {
        this.origin = origin;
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                // A redirect could lead the credentials to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param headers sent along; secrets belong here and never into the address */
    public Reply get(String pathAndQuery, Map<String, String> headers, Deadline deadline) {
        return send(request(pathAndQuery, headers).GET(), deadline);
    }

    public Reply post(String path, Map<String, String> headers, byte[] json, Deadline deadline) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json)),
                deadline);
    }

    /** As token endpoints take it. */
    public Reply postForm(String path, Map<String, String> headers, byte[] form, Deadline deadline) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form)),
                deadline);
    }

    public Reply patch(String path, Map<String, String> headers, byte[] json, Deadline deadline) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(json)),
                deadline);
    }

    public Reply delete(String path, Map<String, String> headers, Deadline deadline) {
        return send(request(path, headers).DELETE(), deadline);
    }

    private HttpRequest.Builder request(String pathAndQuery, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(pathAndQuery));
        headers.forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest.Builder request, Deadline deadline) {
        AtomicReference<Deadline> silence = new AtomicReference<>(Deadline.in(limits.silence()));
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(
                request.build(),
                head -> new CappedBody(limits.mostBytes(), () -> silence.set(Deadline.in(limits.silence()))));
        try {
            HttpResponse<byte[]> response = await(exchange, silence, deadline);
            return new Reply.Answered(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException failure) {
            return replyFor(failure);
        } catch (TimeoutException tooSlow) {
            return new Reply.TimedOut();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable();
        } finally {
            exchange.cancel(true);
        }
    }

    private URI address(String pathAndQuery) {
        return origin.resolve(pathAndQuery);
    }

    /** The client's own time-out ends with the answer's head, so a body that drips is watched here. */
    private static <T> T await(CompletableFuture<T> exchange, AtomicReference<Deadline> silence, Deadline deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (true) {
            Duration patience = shorter(silence.get().left(), deadline.left());
            try {
                return exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhaps) {
                if (shorter(silence.get().left(), deadline.left()).isZero()) {
                    throw perhaps;
                }
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Reply replyFor(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerTooLong) {
                return new Reply.TooLong();
            }
            if (cause instanceof HttpTimeoutException) {
                return new Reply.TimedOut();
            }
        }
        if (failure.getCause() instanceof IOException) {
            return new Reply.Unreachable();
        }
        throw new IllegalStateException("A call failed in an unknown way", failure);
    }
}
