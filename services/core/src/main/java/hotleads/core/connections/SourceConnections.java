package hotleads.core.connections;

import hotleads.core.connections.ConnectionShown.DayShown;
import hotleads.core.connections.ConnectionShown.RunShown;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceSchedule;
import hotleads.core.time.PracticeClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Zoom, Zoho and Google as lines of the page of connections. */
@Component
class SourceConnections {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    /** A run that takes longer belongs to a core that is gone. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(30);

    private final SourceFreshness freshness;
    private final List<SourceSchedule> schedules;
    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;
    private final ZoneId zone;

    SourceConnections(
            SourceFreshness freshness,
            List<SourceSchedule> schedules,
            JdbcClient jdbc,
            PracticeClock practiceClock,
            Clock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.freshness = freshness;
        this.schedules = schedules;
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
        this.zone = zone;
    }

    List<ConnectionShown> shown() {
        return Arrays.stream(Source.values()).map(this::shown).toList();
    }

    private ConnectionShown shown(Source source) {
        SourceFreshness.Status status = freshness.of(source);
        Instant pausedAt = pausedAt(source);
        Instant to = status.fetchedTo();
        return new ConnectionShown(
                source.word(),
                state(source, status, pausedAt),
                practiceTime(to),
                to == null ? null : Duration.between(to, clock.instant()).toSeconds(),
                practiceTime(nextRunAt(source)),
                practiceTime(restingUntil(source)),
                lastRun(source),
                null,
                practiceTime(pausedAt),
                practiceTime(status.nothingSince()),
                status.cause() == null ? null : source.word() + '.' + status.cause(),
                days(source));
    }

    /** What is wrong matters more than that it runs. */
    private String state(Source source, SourceFreshness.Status status, @Nullable Instant pausedAt) {
        if (pausedAt != null) {
            return "paused";
        }
        return status.cause() == null && isRunning(source)
                ? "running"
                : status.state().word();
    }

    private boolean isRunning(Source source) {
        return jdbc.sql("SELECT count(*) FROM fetch_run WHERE source = ? AND finished_at IS NULL AND started_at > ?")
                        .params(source.word(), Timestamp.from(clock.instant().minus(LONGEST_RUN)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private @Nullable Instant pausedAt(Source source) {
        return at(
                jdbc.sql("SELECT paused_at FROM source_pause WHERE source = ?").param(source.word()), "paused_at");
    }

    private @Nullable Instant restingUntil(Source source) {
        return at(
                jdbc.sql("SELECT max(resting_until) AS until FROM source_state WHERE source = ? AND resting_until > ?")
                        .params(source.word(), Timestamp.from(clock.instant())),
                "until");
    }

    private @Nullable Instant nextRunAt(Source source) {
        Optional<SourceSchedule> schedule =
                schedules.stream().filter(one -> one.source() == source).findFirst();
        return schedule.isEmpty()
                ? null
                : at(
                        jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = ?")
                                .param(schedule.get().task()),
                        "execution_time");
    }

    private static @Nullable Instant at(JdbcClient.StatementSpec statement, String column) {
        return statement
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    private @Nullable RunShown lastRun(Source source) {
        return jdbc.sql("""
                        SELECT finished_at, fetched, changed, skipped FROM fetch_run
                        WHERE source = ? AND outcome IN ('done', 'nothing') ORDER BY started_at DESC LIMIT 1
                        """)
                .param(source.word())
                .query((row, number) -> run(row))
                .optional()
                .orElse(null);
    }

    private RunShown run(ResultSet row) throws SQLException {
        return new RunShown(
                practiceClock.at(row.getTimestamp("finished_at").toInstant()),
                row.getInt("fetched"),
                row.getInt("changed"),
                row.getInt("skipped"));
    }

    private List<DayShown> days(Source source) {
        return jdbc.sql("""
                        SELECT CAST((started_at + CAST(? AS interval)) AT TIME ZONE ? AS date) AS day, count(*) FILTER (WHERE outcome = 'done') AS well,
                               count(*) FILTER (WHERE outcome NOT IN ('done', 'running')) AS badly
                        FROM fetch_run WHERE source = ? AND started_at > ? GROUP BY 1 ORDER BY 1
                        """)
                .params(
                        practiceClock.ahead(),
                        zone.getId(),
                        source.word(),
                        Timestamp.from(clock.instant().minus(THIRTY_DAYS)))
                .query((row, number) ->
                        new DayShown(row.getObject("day", LocalDate.class), row.getInt("well"), row.getInt("badly")))
                .list();
    }

    private @Nullable Instant practiceTime(@Nullable Instant real) {
        return real == null ? null : practiceClock.at(real);
    }
}
