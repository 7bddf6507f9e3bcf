package hotleads.core.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events at Google as derived: times, and whether they keep somebody busy. */
@Component
class GoogleEvents {
    private static final String SELECT = """
            SELECT record_id, calendar_id, starts_at, ends_at, all_day, busy, tentative, booking_id FROM google_event
            """;

    private final JdbcClient jdbc;

    GoogleEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param booking what one of our own events stands for; null of everybody else's */
    record Stored(
            long recordId,
            long calendar,
            Instant startsAt,
            Instant endsAt,
            boolean allDay,
            boolean busy,
            boolean tentative,
            @Nullable Long booking) {}

    void put(Stored event) {
        jdbc.sql("""
                        INSERT INTO google_event (record_id, calendar_id, starts_at, ends_at, all_day, busy, tentative, booking_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (record_id) DO UPDATE SET calendar_id = excluded.calendar_id, starts_at = excluded.starts_at,
                          ends_at = excluded.ends_at, all_day = excluded.all_day, busy = excluded.busy,
                          tentative = excluded.tentative, booking_id = excluded.booking_id
                        """)
                .params(Arrays.asList(
                        event.recordId,
                        event.calendar,
                        Timestamp.from(event.startsAt),
                        Timestamp.from(event.endsAt),
                        event.allDay,
                        event.busy,
                        event.tentative,
                        event.booking))
                .update();
    }

    void remove(long recordId) {
        jdbc.sql("DELETE FROM google_event WHERE record_id = ?").param(recordId).update();
    }

    Optional<Stored> find(long recordId) {
        return jdbc.sql(SELECT + "WHERE record_id = ?")
                .param(recordId)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Long> of(long calendar) {
        return jdbc.sql("SELECT record_id FROM google_event WHERE calendar_id = ? ORDER BY record_id")
                .param(calendar)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** All that touch a stretch of time, the earliest first. */
    List<Stored> touching(Collection<Long> calendars, Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                        WHERE calendar_id = ANY (?) AND starts_at < ? AND ends_at > ?
                        ORDER BY starts_at, record_id
                        """)
                .params(calendars.toArray(Long[]::new), Timestamp.from(to), Timestamp.from(from))
                .query((row, number) -> read(row))
                .list();
    }

    List<Stored> ofBookings(Collection<Long> bookings) {
        return jdbc.sql(SELECT + "WHERE booking_id = ANY (?)")
                .param(bookings.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** Those of a window that a whole list, begun under this ticket, did not show. */
    List<Long> notSeenBy(long calendar, ListMark list) {
        return jdbc.sql("""
                        SELECT record_id FROM google_event e
                        WHERE calendar_id = ? AND starts_at < ? AND ends_at > ?
                          AND NOT EXISTS (SELECT 1 FROM source_observation o
                                          WHERE o.source = 'google' AND o.record_id = e.record_id AND o.seen_ticket >= ?)
                        ORDER BY record_id
                        """)
                .params(calendar, Timestamp.from(list.to()), Timestamp.from(list.from()), list.ticket())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Stored read(ResultSet row) throws SQLException {
        long booking = row.getLong("booking_id");
        boolean isOwn = !row.wasNull();
        return new Stored(
                row.getLong("record_id"),
                row.getLong("calendar_id"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("all_day"),
                row.getBoolean("busy"),
                row.getBoolean("tentative"),
                isOwn ? booking : null);
    }
}
