package hotleads.core.observations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which windows were read whole, and when: evidence that what lay in them was still there. */
@Component
class WindowReads {
    private final JdbcClient jdbc;

    WindowReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shared by all who take in an answer, until their transactions end. */
    void holdOff() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Waits for all who {@link #holdOff}; those who come after see what the caller's transaction stored. */
    void awaitAnswersOnTheirWay() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("SELECT " + function + "(hashtext('core.window_read'), 0)")
                .query((row, number) -> 0)
                .list();
    }

    void append(long ticket, LocalDate from, LocalDate to, Instant receivedAt, int records, int changed) {
        jdbc.sql("""
                        INSERT INTO window_read (ticket, source, from_date, to_date, received_at, records, changed)
                        VALUES (?, 'acuity', ?, ?, ?, ?, ?)
                        """)
                .params(ticket, from, to, Timestamp.from(receivedAt), records, changed)
                .update();
    }

    /**
     * Which of these records a read that began later may have covered, whatever zone its days are those of.
     *
     * @param starts of the records, by their ids
     */
    Set<Long> touching(Map<Long, Instant> starts, long afterTicket) {
        Map<Long, Instant> inOrder = new LinkedHashMap<>(starts);
        return Set.copyOf(jdbc.sql("""
                        SELECT one.record FROM unnest(?::bigint[], ?::date[]) AS one (record, day)
                        WHERE EXISTS (SELECT 1 FROM window_read
                                      WHERE source = 'acuity' AND ticket > ? AND from_date <= one.day + 1 AND to_date >= one.day - 1)
                        """)
                .params(
                        inOrder.keySet().toArray(Long[]::new),
                        inOrder.values().stream()
                                .map(start -> start.atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString())
                                .toArray(String[]::new),
                        afterTicket)
                .query(Long.class)
                .list());
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
