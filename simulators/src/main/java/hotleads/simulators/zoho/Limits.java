package hotleads.simulators.zoho;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/** A Standard edition's credits over any 24 hours, and its ten calls at once. */
final class Limits {

    private static final int AT_ONCE = 10;
    private static final long CREDITS = 50_000;
    private static final Duration DAY = Duration.ofHours(24);

    private record Spent(Instant at, int credits) {}

    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Deque<Spent> spent = new ArrayDeque<>();
    private long total;

    Limits(Clock clock) {
        this.clock = clock;
    }

    /** After a true, {@link #leave} must follow. */
    boolean enter(int credits) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (!spend(credits)) {
            places.release();
            return false;
        }
        return true;
    }

    void leave() {
        places.release();
    }

    /** Told only when half of them are used. */
    synchronized OptionalLong remaining() {
        return total * 2 >= CREDITS ? OptionalLong.of(CREDITS - total) : OptionalLong.empty();
    }

    private synchronized boolean spend(int credits) {
        Instant now = clock.instant();
        while (!spent.isEmpty() && !spent.getFirst().at().isAfter(now.minus(DAY))) {
            total -= spent.removeFirst().credits();
        }
        if (total + credits > CREDITS) {
            return false;
        }
        spent.addLast(new Spent(now, credits));
        total += credits;
        return true;
    }
}
