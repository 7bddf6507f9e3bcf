package hotleads.core.sources;

import java.time.Duration;

/**
 * Calls that share one limit at a provider.
 *
 * @param name such as {@code zoom.medium}
 * @param every the least time from one call to the next
 */
public record Lane(String name, Duration every) {
    private static final double SPARE = 1.05;

    /** @param inASecond what the provider allows; a little less is used, so that jitter never goes beyond */
    public static Lane of(String name, double inASecond) {
        return new Lane(name, Duration.ofNanos((long) (1e9 * SPARE / inASecond)));
    }
}
