package hotleads.core.calendars;

import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads which calendar just now, over all cores, and which of them Google said has changed. */
@Component
class Readings implements TimesAhead {
    /** Longer than any list takes; a core that was killed is waited for no longer. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(
                TimeAhead.lease("google_reading", "reading_until", LEASE),
                TimeAhead.practicePast("google_reading", "heard_to"));
    }

    /** @return false while somebody else reads it */
    boolean claim(long calendar) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        INSERT INTO google_reading AS reading (calendar_id, reading_until) VALUES (?, ?)
                        ON CONFLICT (calendar_id) DO UPDATE SET reading_until = excluded.reading_until
                        WHERE reading.reading_until IS NULL OR reading.reading_until < ?
                        """)
                        .params(calendar, Timestamp.from(clock.instant().plus(LEASE)), now)
                        .update()
                == 1;
    }

    void release(long calendar) {
        jdbc.sql("UPDATE google_reading SET reading_until = NULL WHERE calendar_id = ?")
                .param(calendar)
                .update();
    }

    /** Calendars pushed since they were last asked about; each push is heard once. */
    List<Long> heard() {
        return jdbc.sql("""
                        INSERT INTO google_reading AS reading (calendar_id, heard_to)
                        SELECT record_id, max(received_at) FROM inbox_delivery
                        WHERE provider = 'google' AND record_id IS NOT NULL
                          AND received_at > (SELECT coalesce(min(heard_to), '-infinity') FROM google_reading)
                        GROUP BY record_id ORDER BY record_id
                        ON CONFLICT (calendar_id) DO UPDATE SET heard_to = excluded.heard_to
                        WHERE reading.heard_to IS NULL OR reading.heard_to < excluded.heard_to
                        RETURNING calendar_id
                        """).query((row, number) -> row.getLong(1)).list();
    }
}
