package hotleads.core.live;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The list's version as last announced; streams wait here for a higher one, so a slow reader gets the newest only. */
@Component
public class LiveVersion {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long version;

    /** The newest version known here, 0 before the first. */
    public long current() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    void raise(long announced) {
        lock.lock();
        try {
            version = Math.max(version, announced);
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The newest version, after waiting until it is higher than the one known or the time is over. */
    long awaitHigher(long known, Duration longest) throws InterruptedException {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (version <= known && nanos > 0) {
                nanos = raised.awaitNanos(nanos);
            }
            return version;
        } finally {
            lock.unlock();
        }
    }
}
