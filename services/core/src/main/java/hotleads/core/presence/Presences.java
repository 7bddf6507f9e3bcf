package hotleads.core.presence;

import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Presences as stored: one an account, forgotten by themselves. */
@Component
class Presences implements TimesAhead {
    /** Two beats may get lost before someone counts as gone. */
    private static final Duration HOLDS = Duration.ofSeconds(25);

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("presence", "until", HOLDS));
    }

    /** @return whether the account was not there a moment ago */
    boolean put(UUID account, UUID person, Instant now) {
        boolean there = jdbc.sql("SELECT 1 FROM presence WHERE account_id = ? AND person_id = ? AND until > ?")
                .params(account, person, Timestamp.from(now))
                .query((row, number) -> true)
                .optional()
                .isPresent();
        jdbc.sql("""
                        INSERT INTO presence (account_id, person_id, until) VALUES (?, ?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET person_id = EXCLUDED.person_id, until = EXCLUDED.until
                        """).params(account, person, Timestamp.from(now.plus(HOLDS))).update();
        return !there;
    }

    void end(UUID account, UUID person) {
        jdbc.sql("DELETE FROM presence WHERE account_id = ? AND person_id = ?")
                .params(account, person)
                .update();
    }

    List<UUID> others(UUID account, UUID person, Instant now) {
        return jdbc.sql(
                        "SELECT account_id FROM presence WHERE person_id = ? AND account_id <> ? AND until > ? ORDER BY account_id")
                .params(person, account, Timestamp.from(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
