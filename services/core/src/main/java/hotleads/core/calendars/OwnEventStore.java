package hotleads.core.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we decided to have at Google, one row a booking and calendar. */
@Component
class OwnEventStore {
    private static final String SELECT = """
            SELECT booking_id, calendar_id, generation, event_id, wanted, starts_at, ends_at, title, decision
            FROM google_own_event
            """;

    private final JdbcClient jdbc;

    OwnEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of our own events.
     *
     * @param generation rises when an id can never be used again
     * @param wanted whether it is to be there; false, it is to be gone
     * @param title the kind of title it was decided with, never the title
     * @param decision names what was last put in the outbox about it
     */
    record Own(
            long booking,
            long calendar,
            int generation,
            String eventId,
            boolean wanted,
            Instant startsAt,
            Instant endsAt,
            String title,
            UUID decision) {}

    Optional<Own> find(long booking, long calendar) {
        return jdbc.sql(SELECT + "WHERE booking_id = ? AND calendar_id = ?")
                .params(booking, calendar)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Own> ofBookings(Collection<Long> bookings) {
        return jdbc.sql(SELECT + "WHERE booking_id = ANY (?)")
                .param(bookings.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    Map<String, Long> bookingsByEvent(long calendar) {
        Map<String, Long> bookings = new HashMap<>();
        jdbc.sql("SELECT event_id, booking_id FROM google_own_event WHERE calendar_id = ?")
                .param(calendar)
                .query(row -> {
                    bookings.put(row.getString("event_id"), row.getLong("booking_id"));
                });
        return bookings;
    }

    void put(Own own) {
        jdbc.sql("""
                        INSERT INTO google_own_event
                          (booking_id, calendar_id, generation, event_id, wanted, starts_at, ends_at, title, decision)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (booking_id, calendar_id) DO UPDATE SET generation = excluded.generation,
                          event_id = excluded.event_id, wanted = excluded.wanted, starts_at = excluded.starts_at,
                          ends_at = excluded.ends_at, title = excluded.title, decision = excluded.decision
                        """)
                .params(
                        own.booking,
                        own.calendar,
                        own.generation,
                        own.eventId,
                        own.wanted,
                        Timestamp.from(own.startsAt),
                        Timestamp.from(own.endsAt),
                        own.title,
                        own.decision)
                .update();
    }

    /** Bookings ahead in a calendar that nothing was decided about yet. */
    List<Long> undecided(long calendar, Instant from) {
        return jdbc.sql("""
                        SELECT id FROM booking b WHERE calendar_id = ? AND starts_at > ? AND state = 'booked'
                          AND NOT EXISTS (SELECT 1 FROM google_own_event o WHERE o.booking_id = b.id AND o.calendar_id = ?)
                        ORDER BY starts_at, id
                        """)
                .params(calendar, Timestamp.from(from), calendar)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Bookings of sessions ahead whose event could not be put as it is to be. */
    List<Long> refused(long calendar, Instant from) {
        return jdbc.sql("""
                        SELECT o.booking_id FROM google_own_event o JOIN outbox x ON x.decision = o.decision
                        WHERE o.calendar_id = ? AND o.ends_at > ? AND x.state = 'not-saved' AND x.cause <> 'google.not-our-event'
                        ORDER BY o.booking_id
                        """)
                .params(calendar, Timestamp.from(from))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Own read(ResultSet row) throws SQLException {
        return new Own(
                row.getLong("booking_id"),
                row.getLong("calendar_id"),
                row.getInt("generation"),
                row.getString("event_id"),
                row.getBoolean("wanted"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("title"),
                row.getObject("decision", UUID.class));
    }
}
