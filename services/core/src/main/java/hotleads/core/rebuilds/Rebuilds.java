package hotleads.core.rebuilds;

import hotleads.core.Ids;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rebuilds as stored, with how far each has come. */
@Component
class Rebuilds implements TimesAhead {
    /** Longer than a batch; whoever is silent for longer was killed, and another goes on. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String COLUMNS = "id, asked_at, finished_at, stage, mark, rows";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Rebuilds(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One rebuild.
     *
     * @param stage which of the derived is under way
     * @param mark after which of its rows to go on
     */
    record Rebuild(
            UUID id,
            Instant askedAt,
            @Nullable Instant finishedAt,
            int stage,
            @Nullable String mark,
            long rows) {}

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("rebuild", "leased_until", LEASE));
    }

    /** Empty when one is running. */
    Optional<UUID> add() {
        UUID id = ids.next();
        int added = jdbc.sql(
                        "INSERT INTO rebuild (id, state, asked_at) VALUES (?, 'running', ?) ON CONFLICT DO NOTHING")
                .params(id, Timestamp.from(clock.instant()))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The one that runs, unless another core is at it. */
    Optional<Rebuild> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE rebuild SET leased_until = ?
                        WHERE state = 'running' AND (leased_until IS NULL OR leased_until < ?) RETURNING %s
                        """.formatted(COLUMNS))
                .params(Timestamp.from(now.plus(LEASE)), Timestamp.from(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** In the transaction that made the rows. */
    Rebuild cameTo(Rebuild rebuild, int stage, @Nullable String mark, int rows) {
        jdbc.sql("UPDATE rebuild SET stage = ?, mark = ?, rows = rows + ?, leased_until = ? WHERE id = ?")
                .params(Arrays.asList(
                        stage, mark, rows, Timestamp.from(clock.instant().plus(LEASE)), rebuild.id))
                .update();
        return new Rebuild(rebuild.id, rebuild.askedAt, null, stage, mark, rebuild.rows + rows);
    }

    void finish(UUID id) {
        jdbc.sql("UPDATE rebuild SET state = 'done', finished_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    List<Rebuild> newest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM rebuild ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Rebuild read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Rebuild(
                row.getObject("id", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("stage"),
                row.getString("mark"),
                row.getLong("rows"));
    }
}
