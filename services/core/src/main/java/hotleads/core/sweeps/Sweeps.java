package hotleads.core.sweeps;

import hotleads.core.Ids;
import hotleads.core.connections.DateWindow;
import hotleads.core.connections.Difference;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sweeps as stored. Whoever runs one holds it by a lease, so that one whose core was killed does not go on for ever.
 */
@Component
class Sweeps implements TimesAhead {
    /** Longer than the longest read. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final String SELECT = """
            SELECT id, kind, state, cause, from_date, to_date, asked_at, started_at, finished_at, windows, windows_read,
                   same, under_way, missing, different, extra
            FROM sweep
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Ids ids;
    private final Clock clock;

    Sweeps(JdbcClient jdbc, JdbcTemplate batches, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("sweep", "leased_until", LEASE));
    }

    /** One difference a sweep found. */
    record Found(long appointment, String kind) {}

    /** Empty when another one is asked for or running. */
    Optional<UUID> add(SweepKind kind, SweepState state, DateWindow window) {
        UUID id = ids.next();
        Instant now = clock.instant();
        boolean running = state == SweepState.RUNNING;
        int added = jdbc.sql("""
                        INSERT INTO sweep (id, kind, state, from_date, to_date, asked_at, started_at, leased_until, windows)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(Arrays.asList(
                        id,
                        kind.word(),
                        state.word(),
                        window.from(),
                        window.to(),
                        Timestamp.from(now),
                        running ? Timestamp.from(now) : null,
                        running ? Timestamp.from(now.plus(LEASE)) : null,
                        window.pieces().size()))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The one that was asked for, now running. */
    Optional<UUID> claimAsked() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE sweep SET state = 'running', started_at = ?, leased_until = ? WHERE state = 'asked' RETURNING id
                        """)
                .params(Timestamp.from(now), Timestamp.from(now.plus(LEASE)))
                .query(UUID.class)
                .optional();
    }

    /** Marks what a killed core left behind. */
    List<UUID> stopAbandoned() {
        return jdbc.sql("""
                        UPDATE sweep SET state = 'stopped', cause = 'core-ended', finished_at = leased_until
                        WHERE state = 'running' AND leased_until < ? RETURNING id
                        """)
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Still at it, with so many windows read. */
    void progress(UUID id, int windowsRead) {
        jdbc.sql("UPDATE sweep SET leased_until = ?, windows_read = ? WHERE id = ? AND state = 'running'")
                .params(Timestamp.from(clock.instant().plus(LEASE)), windowsRead, id)
                .update();
    }

    /** @return false when it was given up meanwhile, because nothing was heard of it for too long */
    boolean finish(UUID id, Findings findings) {
        Sweep.Tally tally = findings.tally();
        SweepState state = findings.cause() == null ? SweepState.WHOLE : SweepState.STOPPED;
        int finished = jdbc.sql("""
                        UPDATE sweep SET state = ?, cause = ?, finished_at = ?, same = ?, under_way = ?, missing = ?,
                          different = ?, extra = ?
                        WHERE id = ? AND state = 'running'
                        """)
                .params(Arrays.asList(
                        state.word(),
                        findings.cause(),
                        Timestamp.from(clock.instant()),
                        tally.same(),
                        tally.underWay(),
                        tally.missing(),
                        tally.different(),
                        tally.extra(),
                        id))
                .update();
        if (finished == 1) {
            addDifferences(id, findings.differences());
        }
        return finished == 1;
    }

    private void addDifferences(UUID id, Map<Long, Difference> differences) {
        batches.batchUpdate(
                "INSERT INTO sweep_difference (sweep_id, appointment, kind) VALUES (?, ?, ?)",
                differences.entrySet(),
                500,
                (row, difference) -> {
                    row.setObject(1, id);
                    row.setLong(2, difference.getKey());
                    row.setString(3, difference.getValue().word());
                });
    }

    Optional<Sweep> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The newest first; ids are made in the order of time. */
    List<Sweep> page(@Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + "WHERE CAST(? AS uuid) IS NULL OR id < ? ORDER BY id DESC LIMIT ?")
                .params(Arrays.asList(before, before, limit))
                .query((row, number) -> read(row))
                .list();
    }

    /** Of one kind only: a week of nights lies under seven hundred others. */
    List<Sweep> page(SweepKind kind, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE kind = ? AND (CAST(? AS uuid) IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
                        """)
                .params(Arrays.asList(kind.word(), before, before, limit))
                .query((row, number) -> read(row))
                .list();
    }

    List<Found> differences(UUID id, long after, int limit) {
        return jdbc.sql("""
                        SELECT appointment, kind FROM sweep_difference WHERE sweep_id = ? AND appointment > ?
                        ORDER BY appointment LIMIT ?
                        """)
                .params(id, after, limit)
                .query((row, number) -> new Found(row.getLong("appointment"), row.getString("kind")))
                .list();
    }

    private static Sweep read(ResultSet row) throws SQLException {
        return new Sweep(
                row.getObject("id", UUID.class),
                SweepKind.of(row.getString("kind")),
                SweepState.of(row.getString("state")),
                row.getString("cause"),
                new DateWindow(
                        row.getDate("from_date").toLocalDate(),
                        row.getDate("to_date").toLocalDate()),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("windows"),
                row.getInt("windows_read"),
                new Sweep.Tally(
                        row.getInt("same"),
                        row.getInt("under_way"),
                        row.getInt("missing"),
                        row.getInt("different"),
                        row.getInt("extra")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
