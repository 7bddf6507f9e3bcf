package hotleads.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hotleads.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a request in when its {@link Limits} allow it. */
@Component
public class Throttle {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final Map<Limits, Cache<String, Bucket>> buckets = new EnumMap<>(Limits.class);
    private final Map<Limits, Semaphore> seats = new EnumMap<>(Limits.class);
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
        for (Limits limits : Limits.values()) {
            seats.put(limits, new Semaphore(limits.atOnce()));
            buckets.put(
                    limits,
                    Caffeine.newBuilder()
                            .maximumSize(Limits.ADDRESSES)
                            .expireAfterAccess(FORGET_AFTER)
                            .build());
        }
    }

    /**
     * Takes a seat, to be given back by closing it; a {@link Problem} when there is none or the address asks too often.
     */
    public Seat admit(Limits limits, String address) {
        refuseTooOften(limits, address);
        Semaphore free = of(seats, limits);
        if (!free.tryAcquire()) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too much at once", Map.of("retryAfter", 1));
        }
        return free::release;
    }

    private void refuseTooOften(Limits limits, String address) {
        if (limits.rate().isFree()) {
            return;
        }
        long now = clock.millis();
        Bucket bucket = of(buckets, limits).get(Sender.of(address), sender -> new Bucket(limits.rate(), now));
        int wait = bucket.take(now);
        if (wait > 0) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "Too many requests from this address",
                    Map.of("retryAfter", wait));
        }
    }

    private static <T> T of(Map<Limits, T> map, Limits limits) {
        return Objects.requireNonNull(map.get(limits));
    }

    /** A place among the requests in work. */
    @FunctionalInterface
    public interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
