package hotleads.core.sources;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each of a provider's lists goes on; moved in the caller's transaction, with what lies before it. */
@Component
public class SourceCursors {
    private final JdbcClient jdbc;
    private final Clock clock;

    SourceCursors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> of(Source source, String name) {
        return jdbc.sql("SELECT value FROM fetch_cursor WHERE source = ? AND name = ?")
                .params(source.word(), name)
                .query(String.class)
                .optional();
    }

    /** All whose name begins so. */
    public List<String> named(Source source, String beginning) {
        return jdbc.sql("SELECT name FROM fetch_cursor WHERE source = ? AND starts_with(name, ?) ORDER BY name")
                .params(source.word(), beginning)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    public void move(Source source, String name, String to) {
        jdbc.sql("""
                        INSERT INTO fetch_cursor (source, name, value, moved_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (source, name) DO UPDATE SET value = excluded.value, moved_at = excluded.moved_at
                        """)
                .params(source.word(), name, to, Timestamp.from(clock.instant()))
                .update();
    }
}
