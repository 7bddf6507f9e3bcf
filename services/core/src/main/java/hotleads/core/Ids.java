package hotleads.core;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** New ids: UUID version 7 (RFC 9562 §5.7), so that rows written together lie together in an index. */
@Component
public class Ids {
    /** As PostgreSQL orders them: the older first. Java's own order takes their halves for signed numbers. */
    public static final Comparator<UUID> BY_AGE = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
