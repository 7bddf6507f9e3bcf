package hotleads.core.leads;

import hotleads.core.live.LiveChanges;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has everyone evaluated again: what all evaluations rest on is another now. Belongs to the caller's transaction. */
@Component
public class EveryoneIsDue {
    private final JdbcClient jdbc;
    private final PracticeClock clock;
    private final LiveChanges live;

    EveryoneIsDue(JdbcClient jdbc, PracticeClock clock, LiveChanges live) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.live = live;
    }

    public void now() {
        // Held in the order of those who evaluate many at a time: otherwise each might wait for the other.
        jdbc.sql("""
                        WITH held AS MATERIALIZED (SELECT person_id FROM lead ORDER BY person_id FOR UPDATE)
                        UPDATE lead l SET next_change_at = ? FROM held WHERE l.person_id = held.person_id
                        """).param(Timestamp.from(clock.instant())).update();
        live.listChanged();
    }
}
