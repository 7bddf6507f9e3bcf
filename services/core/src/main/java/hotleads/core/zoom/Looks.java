package hotleads.core.zoom;

import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions are to be looked at when: some minutes after their end, and again while lists may still grow. */
@Component
class Looks implements TimesAhead {
    /** The provider's sheet, §1.7; the last is the next morning. */
    private static final List<Duration> AFTER_THE_END = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(40),
            Duration.ofHours(3),
            Duration.ofHours(15));

    /** Reports go back six months; a little less is asked for, as days are counted in UTC. */
    private static final Duration FURTHEST = Duration.ofDays(180);

    private static final Duration NOT_ANSWERED = Duration.ofMinutes(15);
    private static final int AT_ONCE = 400;

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.practicePause("attendance_look", "next_at"));
    }

    /** A session that is over. */
    record Due(long booking, long calendar, Instant startsAt, Instant endsAt) {}

    /** The latest first: what matters to somebody today is not kept waiting by half a year. */
    List<Due> due(Collection<Long> calendars, Instant now) {
        return jdbc.sql("""
                        SELECT b.id, b.calendar_id, b.starts_at, b.duration_minutes
                        FROM booking b LEFT JOIN attendance_look l ON l.booking_id = b.id AND l.starts_at = b.starts_at
                        WHERE b.calendar_id = ANY (?) AND b.state IN ('booked', 'missed') AND b.starts_at > ? AND b.starts_at < ?
                          AND b.starts_at + make_interval(mins => b.duration_minutes) <= ?
                          AND (l.booking_id IS NULL OR l.next_at <= ?)
                        ORDER BY b.starts_at DESC LIMIT ?
                        """)
                .params(
                        calendars.toArray(Long[]::new),
                        Timestamp.from(now.minus(FURTHEST)),
                        Timestamp.from(now),
                        Timestamp.from(now.minus(AFTER_THE_END.getFirst())),
                        Timestamp.from(now),
                        AT_ONCE)
                .query((row, number) -> due(row))
                .list();
    }

    /** Sessions of one practitioner that need not be looked at again: all that Zoom will say of them it has said. */
    List<Due> settled(long calendar, Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT b.id, b.calendar_id, b.starts_at, b.duration_minutes
                        FROM attendance_look l JOIN booking b ON b.id = l.booking_id AND b.starts_at = l.starts_at
                        WHERE b.calendar_id = ? AND b.state IN ('booked', 'missed') AND b.starts_at BETWEEN ? AND ?
                          AND l.read_at IS NOT NULL AND l.next_at IS NULL
                        ORDER BY b.starts_at
                        """)
                .params(calendar, Timestamp.from(from), Timestamp.from(to))
                .query((row, number) -> due(row))
                .list();
    }

    /** What was read of it is not what there is. */
    void again(Due session, Instant now) {
        jdbc.sql("UPDATE attendance_look SET next_at = ? WHERE booking_id = ?")
                .params(Timestamp.from(now), session.booking())
                .update();
    }

    private static Due due(ResultSet row) throws SQLException {
        Instant start = row.getTimestamp("starts_at").toInstant();
        return new Due(
                row.getLong("id"),
                row.getLong("calendar_id"),
                start,
                start.plusSeconds(60L * row.getInt("duration_minutes")));
    }

    /** All runs around it were read, in the caller's transaction. */
    void read(Due session, Instant at) {
        Instant next = AFTER_THE_END.stream()
                .map(session.endsAt()::plus)
                .filter(moment -> moment.isAfter(at))
                .findFirst()
                .orElse(null);
        put(session, at, next);
    }

    /** Nobody could say anything of it; what was read before still holds. */
    void notRead(Due session, Instant now) {
        put(session, null, now.plus(NOT_ANSWERED));
    }

    /** A hook told of something at that time: look again soon. */
    int hint(Instant at, Instant now) {
        return jdbc.sql("""
                        UPDATE attendance_look l SET next_at = ? FROM booking b
                        WHERE b.id = l.booking_id AND b.starts_at BETWEEN ? AND ? AND l.next_at > ?
                        """)
                .params(
                        Timestamp.from(now),
                        Timestamp.from(at.minus(Duration.ofHours(3))),
                        Timestamp.from(at.plus(Duration.ofMinutes(30))),
                        Timestamp.from(now))
                .update();
    }

    /** The next moment at which something falls due that was looked at before. */
    Optional<Instant> next() {
        return jdbc.sql("SELECT min(next_at) AS next FROM attendance_look WHERE next_at IS NOT NULL")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    private void put(Due session, @Nullable Instant readAt, @Nullable Instant next) {
        jdbc.sql("""
                        INSERT INTO attendance_look AS held (booking_id, starts_at, read_at, looks, next_at) VALUES (?, ?, ?, 1, ?)
                        ON CONFLICT (booking_id) DO UPDATE SET
                          read_at = CASE WHEN held.starts_at = excluded.starts_at THEN coalesce(excluded.read_at, held.read_at)
                                    ELSE excluded.read_at END,
                          starts_at = excluded.starts_at, looks = held.looks + 1, next_at = excluded.next_at
                        """)
                .params(Arrays.asList(
                        session.booking(),
                        Timestamp.from(session.startsAt()),
                        readAt == null ? null : Timestamp.from(readAt),
                        next == null ? null : Timestamp.from(next)))
                .update();
    }
}
