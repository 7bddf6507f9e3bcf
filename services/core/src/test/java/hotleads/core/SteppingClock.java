package hotleads.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Moved by hand, and by a turn at Acuity with every look: so nobody who waits for a turn has to wait. */
final class SteppingClock extends Clock {
    private static final Duration A_TURN = Duration.ofMillis(120);

    private final AtomicReference<Instant> now;

    SteppingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    void advance(Duration howFar) {
        now.updateAndGet(instant -> instant.plus(howFar));
    }

    @Override
    public Instant instant() {
        return now.updateAndGet(instant -> instant.plus(A_TURN));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
