package hotleads.core.connections;

import hotleads.core.connections.ConnectionShown.DayShown;
import hotleads.core.time.PracticeClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is stored of the connection to Acuity besides how fresh it is. */
@Component
class AcuityConnection {
    /** The task that reads bookings every quarter of an hour. */
    static final String REGULAR_READ = "sweep-acuity";

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;
    private final ZoneId zone;

    AcuityConnection(
            JdbcClient jdbc,
            PracticeClock practiceClock,
            Clock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The schedule, the hooks and the pause; all in real time but {@code lastHookAt} and {@code quietSince}.
     *
     * @param running whether windows are being read at this moment
     * @param pausedUntil until when Acuity asked us to stay away
     * @param hooksMade how many of its hooks we made ourselves
     * @param hooksCause why hooks we would make are not made
     */
    record Stored(
            boolean running,
            @Nullable Instant nextRunAt,
            @Nullable Instant pausedUntil,
            @Nullable Instant lastHookAt,
            @Nullable Instant quietSince,
            @Nullable String quietCause,
            int hooksMade,
            @Nullable String hooksCause) {}

    /**
     * What the newest reads of windows brought, taken together when they followed each other.
     *
     * @param readAt in practice time
     */
    record Brought(Instant readAt, int fetched, int changed) {}

    Stored stored() {
        return jdbc.sql("""
                        SELECT t.picked, t.execution_time, s.paused_until, s.quiet_since, s.quiet_cause, s.hooks_cause,
                               (SELECT received_at FROM inbox_delivery WHERE provider = 'acuity' ORDER BY id DESC LIMIT 1) AS last_hook_at,
                               (SELECT count(*) FROM acuity_hook) AS hooks_made
                        FROM provider_state s LEFT JOIN scheduled_tasks t ON t.task_name = ?
                        WHERE s.provider = 'acuity'
                        """)
                .param(REGULAR_READ)
                .query((row, number) -> read(row))
                .single();
    }

    @Nullable
    Brought brought() {
        return jdbc.sql("""
                        WITH newest AS (SELECT received_at FROM window_read WHERE source = 'acuity' ORDER BY ticket DESC LIMIT 1)
                        SELECT max(w.received_at) AS read_at, sum(w.records) AS fetched, sum(w.changed) AS changed
                        FROM window_read w, newest
                        WHERE w.source = 'acuity' AND w.received_at > newest.received_at - interval '1 minute'
                        HAVING count(*) > 0
                        """)
                .query((row, number) -> new Brought(
                        row.getTimestamp("read_at").toInstant(), row.getInt("fetched"), row.getInt("changed")))
                .optional()
                .orElse(null);
    }

    /** By the practice's clock, as the page that shows them. */
    List<DayShown> days() {
        return jdbc.sql("""
                        SELECT CAST((asked_at + CAST(? AS interval)) AT TIME ZONE ? AS date) AS day, count(*) FILTER (WHERE state = 'whole') AS well,
                               count(*) FILTER (WHERE state = 'stopped') AS badly
                        FROM sweep WHERE asked_at > ? GROUP BY 1 ORDER BY 1
                        """)
                .params(
                        practiceClock.ahead(),
                        zone.getId(),
                        Timestamp.from(clock.instant().minus(THIRTY_DAYS)))
                .query((row, number) ->
                        new DayShown(row.getObject("day", LocalDate.class), row.getInt("well"), row.getInt("badly")))
                .list();
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getBoolean("picked"),
                instant(row, "execution_time"),
                instant(row, "paused_until"),
                instant(row, "last_hook_at"),
                instant(row, "quiet_since"),
                row.getString("quiet_cause"),
                row.getInt("hooks_made"),
                row.getString("hooks_cause"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
