package hotleads.simulators.acuity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Ten requests in any second, and twenty at once, as Acuity counts for one address. */
final class RateLimit {

    private static final int PER_SECOND = 10;
    private static final int AT_ONCE = 20;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final InstantSource time;
    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    RateLimit(InstantSource time) {
        this.time = time;
    }

    /** After a true, {@link #leave} must follow. */
    boolean enter() {
        if (!places.tryAcquire()) {
            return false;
        }
        if (!countOne()) {
            places.release();
            return false;
        }
        return true;
    }

    void leave() {
        places.release();
    }

    private synchronized boolean countOne() {
        Instant now = time.instant();
        while (!lastSecond.isEmpty() && !lastSecond.getFirst().isAfter(now.minus(WINDOW))) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= PER_SECOND) {
            return false;
        }
        lastSecond.addLast(now);
        return true;
    }
}
