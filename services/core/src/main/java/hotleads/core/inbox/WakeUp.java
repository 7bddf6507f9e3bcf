package hotleads.core.inbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Wakes the reader of waiting orders as soon as one is committed here; orders from another core wait for its next look.
 */
@Component
public class WakeUp {
    private final Semaphore waiting = new Semaphore(0);

    public void now() {
        // One permit is enough for any number of orders: a woken reader takes all that wait.
        if (waiting.availablePermits() == 0) {
            waiting.release();
        }
    }

    /** Returns when something was committed, or after the longest wait. */
    public void await(Duration longest) throws InterruptedException {
        if (waiting.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            waiting.drainPermits();
        }
    }
}
