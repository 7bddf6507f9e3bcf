package hotleads.core;

import hotleads.platform.report.TimeOrderedIds;
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

    private final TimeOrderedIds ids;

    Ids(Clock clock) {
        this.ids = new TimeOrderedIds(clock);
    }

    public UUID next() {
        return ids.next();
    }
}
