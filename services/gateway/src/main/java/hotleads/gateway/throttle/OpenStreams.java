package hotleads.gateway.throttle;

import hotleads.platform.problem.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How many event streams each session has open. */
@Component
public class OpenStreams {
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** Counts one more, until the seat is closed; a {@link Problem} when the session has its share. */
    public Throttle.Seat open(String session) {
        open.merge(session, 1, (had, one) -> {
            if (had >= Limits.STREAMS_PER_SESSION) {
                throw new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-streams",
                        "Too many open screens",
                        Map.of("retryAfter", 5));
            }
            return had + one;
        });
        return () -> open.computeIfPresent(session, (key, had) -> had == 1 ? null : had - 1);
    }
}
