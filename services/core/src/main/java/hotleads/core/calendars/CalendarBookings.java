package hotleads.core.calendars;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings by calendar and time, those that were called off left out. */
@Component
class CalendarBookings {
    /** No session is longer; what began earlier is over. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final JdbcClient jdbc;

    CalendarBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One session. */
    record Session(long id, long calendar, UUID person, long type, Instant startsAt, Instant endsAt) {
        boolean overlaps(Session other) {
            return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
        }

        boolean overlaps(Instant from, Instant to) {
            return startsAt.isBefore(to) && from.isBefore(endsAt);
        }
    }

    List<Session> touching(Collection<Long> calendars, Instant from, Instant to) {
        return jdbc
                .sql("""
                        SELECT id, calendar_id, person_id, type_id, starts_at, duration_minutes FROM booking
                        WHERE calendar_id = ANY (?) AND starts_at < ? AND starts_at > ? AND state = 'booked'
                        ORDER BY starts_at, id
                        """)
                .params(calendars.toArray(Long[]::new), Timestamp.from(to), Timestamp.from(from.minus(LONGEST)))
                .query((row, number) -> {
                    Instant start = row.getTimestamp("starts_at").toInstant();
                    return new Session(
                            row.getLong("id"),
                            row.getLong("calendar_id"),
                            row.getObject("person_id", UUID.class),
                            row.getLong("type_id"),
                            start,
                            start.plus(Duration.ofMinutes(row.getInt("duration_minutes"))));
                })
                .list()
                .stream()
                .filter(session -> session.endsAt.isAfter(from))
                .toList();
    }
}
