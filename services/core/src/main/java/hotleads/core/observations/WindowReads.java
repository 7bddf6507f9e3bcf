package hotleads.core.observations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which windows were read whole, and when: evidence that what lay in them was still there. */
@Component
class WindowReads {
    private final JdbcClient jdbc;

    WindowReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(long ticket, LocalDate from, LocalDate to, Instant receivedAt, int records, int changed) {
        jdbc.sql("""
                        INSERT INTO window_read (ticket, source, from_date, to_date, received_at, records, changed)
                        VALUES (?, 'acuity', ?, ?, ?, ?, ?)
                        """)
                .params(ticket, from, to, Timestamp.from(receivedAt), records, changed)
                .update();
    }

    /** Whether a read that began later may have covered this start, whatever zone its days are those of. */
    boolean anyTouching(Instant startsAt, long afterTicket) {
        LocalDate day = startsAt.atZone(ZoneOffset.UTC).toLocalDate();
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM window_read
                                       WHERE source = 'acuity' AND ticket > ? AND from_date <= ? AND to_date >= ?)
                        """)
                .params(afterTicket, day.plusDays(1), day.minusDays(1))
                .query(Boolean.class)
                .single();
    }

    /**
     * The last read that surely covered this start, began after a ticket and was answered before something else was
     * seen; a day at each edge is left to zones.
     */
    Optional<Instant> lastCovering(Instant startsAt, long afterTicket, Observation before) {
        LocalDate day = startsAt.atZone(ZoneOffset.UTC).toLocalDate();
        return jdbc.sql("""
                        SELECT max(received_at) FROM window_read
                        WHERE source = 'acuity' AND ticket > ? AND ticket < ? AND received_at <= ? AND from_date < ? AND to_date > ?
                        """)
                .params(afterTicket, before.ticket(), Timestamp.from(before.receivedAt()), day, day)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
