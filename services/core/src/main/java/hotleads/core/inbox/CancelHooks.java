package hotleads.core.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a hook told us of a cancellation; without one, nobody knows the moment. */
@Component
public class CancelHooks {
    private final JdbcClient jdbc;

    CancelHooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first hook that said so after the booking was last seen active, and not later than it was seen cancelled. */
    public Optional<Instant> first(long appointment, @Nullable Instant lastSeenActive, Instant seenCancelled) {
        return jdbc.sql("""
                        SELECT min(received_at) FROM inbox_delivery
                        WHERE record_id = ? AND provider = 'acuity' AND action = 'canceled' AND received_at > ? AND received_at <= ?
                        """)
                .params(
                        appointment,
                        Timestamp.from(lastSeenActive == null ? Instant.EPOCH : lastSeenActive),
                        Timestamp.from(seenCancelled))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
