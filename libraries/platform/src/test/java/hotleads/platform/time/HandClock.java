package hotleads.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved by hand, forward or back. */
public final class HandClock extends Clock {
    private final AtomicReference<Instant> now;

    public HandClock() {
        this(Instant.parse("2026-11-23T09:00:00Z"));
    }

    public HandClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void forward(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
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
