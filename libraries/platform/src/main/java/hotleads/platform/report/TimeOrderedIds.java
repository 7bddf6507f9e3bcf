package hotleads.platform.report;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7), which the JDK has not: in time's order, so that core's index stays dense.
 * Within a millisecond by its 4,096 parts (§6.2, method 3): what one transaction brings after another stands behind it.
 */
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long NANOSECONDS = 1_000_000;
    private static final long PARTS = 1 << 12;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        Instant now = clock.instant();
        long part = now.getNano() % NANOSECONDS * PARTS / NANOSECONDS;
        long high = now.toEpochMilli() << 16 | VERSION_7 | part;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
