package hotleads.gateway.throttle;

/** A token bucket: full at first, refilled as time passes. */
final class Bucket {
    private final Limits.Rate rate;
    private double tokens;
    private long filledAt;

    Bucket(Limits.Rate rate, long now) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.filledAt = now;
    }

    /** Takes one token and returns 0, or returns after how many seconds there will be one. */
    synchronized int take(long now) {
        // A clock set back must not empty the bucket.
        double passed = Math.max(0, now - filledAt) / 1000.0;
        tokens = Math.min(rate.burst(), tokens + passed * rate.perSecond());
        filledAt = now;
        if (tokens < 1) {
            return (int) Math.ceil((1 - tokens) / rate.perSecond());
        }
        tokens -= 1;
        return 0;
    }
}
