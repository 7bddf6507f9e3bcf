package hotleads.core.personpage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When an answer about a booking told something else than before, though neither its state nor its time. */
@Component
class DetailChanges {
    private final JdbcClient jdbc;

    DetailChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something of a booking that has no line of its own. */
    record Change(long booking, Instant at) {}

    List<Change> of(Collection<Long> bookings) {
        return jdbc.sql("""
                        SELECT record_id, received_at FROM (
                          SELECT o.record_id, o.id, o.received_at, o.state,
                                 lag(o.state) OVER (PARTITION BY o.record_id ORDER BY o.seen_ticket) AS before
                          FROM observation o WHERE o.source = 'acuity' AND o.record_id = ANY (?)) told
                        WHERE before = state
                          AND NOT EXISTS (SELECT 1 FROM booking_move m
                                          WHERE m.booking_id = told.record_id AND m.observation_id = told.id)
                        ORDER BY received_at
                        """)
                .param(bookings.toArray(Long[]::new))
                .query((row, number) -> new Change(
                        row.getLong("record_id"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }
}
