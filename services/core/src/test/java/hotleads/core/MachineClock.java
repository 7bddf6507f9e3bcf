package hotleads.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Goes on as the machine's does, and is put forward or back by hand. */
final class MachineClock extends Clock {
    private final Clock machine = Clock.systemUTC();
    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

    void put(Duration by) {
        off.updateAndGet(by::plus);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(off.get());
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
