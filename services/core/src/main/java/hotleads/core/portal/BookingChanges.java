package hotleads.core.portal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings whose clients went to Acuity to change them, each with what we knew of it then. */
@Component
class BookingChanges {
    private final JdbcClient jdbc;

    BookingChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long booking, UUID observation, Instant now) {
        jdbc.sql("""
                        INSERT INTO booking_change (booking_id, observation_id, asked_at) VALUES (?, ?, ?)
                        ON CONFLICT (booking_id) DO UPDATE
                          SET observation_id = EXCLUDED.observation_id, asked_at = EXCLUDED.asked_at, ended_at = NULL
                        """).params(booking, observation, Timestamp.from(now)).update();
    }

    /** They changed nothing after all. */
    void end(long booking, Instant now) {
        jdbc.sql("UPDATE booking_change SET ended_at = ? WHERE booking_id = ? AND ended_at IS NULL")
                .params(Timestamp.from(now), booking)
                .update();
    }

    /** By booking, what we knew when its client went; those that ended, or began before that moment, are left out. */
    Map<Long, UUID> begunSince(Collection<Long> bookings, Instant since) {
        return jdbc
                .sql("""
                        SELECT booking_id, observation_id FROM booking_change
                        WHERE booking_id = ANY (?) AND ended_at IS NULL AND asked_at >= ?
                        """)
                .params(bookings.toArray(Long[]::new), Timestamp.from(since))
                .query((row, number) ->
                        Map.entry(row.getLong("booking_id"), row.getObject("observation_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
