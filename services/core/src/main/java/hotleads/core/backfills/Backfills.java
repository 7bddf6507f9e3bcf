package hotleads.core.backfills;

import hotleads.core.Ids;
import hotleads.core.connections.DateWindow;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Backfills as stored. A claim is a lease for one window, so a killed core's backfill goes on by itself. */
@Component
class Backfills implements TimesAhead {
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final String COLUMNS = """
            id, state, from_date, to_date, cursor_date, asked_at, finished_at, failures, cause, windows, windows_done,
              left_out, rows, new_rows, took_millis
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Backfills(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("backfill", "leased_until", LEASE), TimeAhead.pause("backfill", "next_try_at"));
    }

    /** Empty when there is one that is not done. */
    Optional<UUID> add(DateWindow window) {
        UUID id = ids.next();
        Timestamp now = Timestamp.from(clock.instant());
        int added = jdbc.sql("""
                        INSERT INTO backfill (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows)
                        VALUES (?, 'running', ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        id,
                        window.from(),
                        window.to(),
                        window.to(),
                        now,
                        now,
                        window.pieces().size())
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Backfill> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE backfill SET leased_until = ?
                        WHERE state = 'running' AND next_try_at <= ? AND (leased_until IS NULL OR leased_until < ?)
                        RETURNING
                        """ + COLUMNS)
                .params(Timestamp.from(now.plus(LEASE)), Timestamp.from(now), Timestamp.from(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** In the transaction that takes them in: read again, they are nothing new any more. */
    void brought(Backfill backfill, int newRows) {
        jdbc.sql("UPDATE backfill SET new_rows = new_rows + ? WHERE id = ?")
                .params(newRows, backfill.id())
                .update();
    }

    /** In the transaction that says its window was read. One that was paused meanwhile stays so. */
    void windowDone(Backfill backfill, int rows, Duration took) {
        jdbc.sql("""
                        UPDATE backfill SET cursor_date = ?, windows_done = windows_done + 1, rows = rows + ?,
                          took_millis = took_millis + ?, leased_until = NULL, failures = 0, cause = NULL
                        WHERE id = ? AND cursor_date = ?
                        """)
                .params(
                        Date.valueOf(backfill.next().from().minusDays(1)),
                        rows,
                        took.toMillis(),
                        backfill.id(),
                        Date.valueOf(backfill.cursor()))
                .update();
    }

    /** @param rows those among them that cannot be taken in too */
    void leaveOut(Backfill backfill, int rows) {
        jdbc.sql("""
                        UPDATE backfill SET cursor_date = ?, windows_done = windows_done + 1, rows = rows + ?, left_out = left_out + 1,
                          leased_until = NULL, failures = 0
                        WHERE id = ? AND cursor_date = ?
                        """)
                .params(
                        Date.valueOf(backfill.next().from().minusDays(1)),
                        rows,
                        backfill.id(),
                        Date.valueOf(backfill.cursor()))
                .update();
    }

    void tryLater(Backfill backfill, String cause, Duration pause) {
        jdbc.sql(
                        "UPDATE backfill SET leased_until = NULL, failures = failures + 1, cause = ?, next_try_at = ? WHERE id = ?")
                .params(cause, Timestamp.from(clock.instant().plus(pause)), backfill.id())
                .update();
    }

    /** @return whether its last window is done */
    boolean finishIfDone(UUID id) {
        return jdbc.sql("""
                                UPDATE backfill SET state = 'done', finished_at = ?, leased_until = NULL
                                WHERE id = ? AND state <> 'done' AND cursor_date < from_date
                                """).params(Timestamp.from(clock.instant()), id).update() == 1;
    }

    /** @return false when it is not in the state it leaves */
    boolean move(UUID id, String from, String to) {
        return jdbc.sql("UPDATE backfill SET state = ?, next_try_at = ? WHERE id = ? AND state = ?")
                        .params(to, Timestamp.from(clock.instant()), id, from)
                        .update()
                == 1;
    }

    List<Backfill> newest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM backfill ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Backfill read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Backfill(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getDate("from_date").toLocalDate(),
                row.getDate("to_date").toLocalDate(),
                row.getDate("cursor_date").toLocalDate(),
                row.getTimestamp("asked_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("failures"),
                row.getString("cause"),
                row.getInt("windows"),
                row.getInt("windows_done"),
                row.getInt("left_out"),
                row.getLong("rows"),
                row.getLong("new_rows"),
                Duration.ofMillis(row.getLong("took_millis")));
    }
}
