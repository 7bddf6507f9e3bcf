package hotleads.core.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was compared with each source, and how that ended. */
@Component
public class SourceSweeps {
    /** The kind of a run that compares. */
    public static final String KIND = "sweep";

    private final JdbcClient jdbc;

    SourceSweeps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them; start and end are real times.
     *
     * @param outcome {@code running}, {@code done}, or in which way it failed
     * @param cause why, in a word of ours
     * @param compared null unless it came to its end
     */
    public record SourceSweep(
            UUID id,
            String source,
            String account,
            Instant startedAt,
            @Nullable Instant finishedAt,
            String outcome,
            @Nullable String cause,
            int skipped,
            @Nullable Compared compared) {}

    /** The newest first. */
    public List<SourceSweep> newest(int most) {
        return jdbc.sql("""
                        SELECT id, source, account, started_at, finished_at, outcome, cause, skipped,
                               compared_from, compared_to, same, missing, different, extra
                        FROM fetch_run WHERE kind = 'sweep' ORDER BY started_at DESC, id LIMIT ?
                        """)
                .param(most)
                .query((row, number) -> new SourceSweep(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("account"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "finished_at"),
                        row.getString("outcome"),
                        row.getString("cause"),
                        row.getInt("skipped"),
                        compared(row)))
                .list();
    }

    private static @Nullable Compared compared(ResultSet row) throws SQLException {
        int same = row.getInt("same");
        return row.wasNull()
                ? null
                : new Compared(
                        instant(row, "compared_from"),
                        instant(row, "compared_to"),
                        same,
                        row.getInt("missing"),
                        row.getInt("different"),
                        row.getInt("extra"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
