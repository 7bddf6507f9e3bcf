package hotleads.auth.throttle;

import hotleads.vault.inuse.KeysInUse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts tries before they are evaluated, in one statement, so that many at once cannot slip through. */
@Component
public class Throttle {
    private static final String COUNT = """
            INSERT INTO tries AS t (limit_name, subject, since, made) VALUES (:limit, :subject, :now, 1)
            ON CONFLICT (limit_name, subject) DO UPDATE SET
              made  = CASE WHEN t.since <= :before THEN 1 ELSE t.made + 1 END,
              -- A clock that was put back must not lengthen the wait.
              since = CASE WHEN t.since <= :before THEN excluded.since ELSE least(t.since, excluded.since) END
            RETURNING made, since
            """;

    private final JdbcClient jdbc;
    private final KeysInUse keys;
    private final Clock clock;

    Throttle(JdbcClient jdbc, KeysInUse keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Counts one try; empty when it may be evaluated. */
    public Optional<TooManyTries> count(Limit limit, String subject) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(COUNT)
                .param("limit", limit.name())
                .param("subject", digest(subject))
                .param("now", now)
                .param("before", now.minus(limit.window()))
                .query((row, n) -> new TooManyTries(
                        row.getObject("since", OffsetDateTime.class).toInstant().plus(limit.window()),
                        row.getInt("made") - limit.tries()))
                .optional()
                .filter(answer -> answer.over() > 0);
    }

    /** Forgets the tries of someone who has proved to be who they say. */
    public void forget(Limit limit, String subject) {
        jdbc.sql("DELETE FROM tries WHERE limit_name = ? AND subject = ?")
                .params(limit.name(), digest(subject))
                .update();
    }

    /** Takes back one try that turned out right. */
    public void takeBack(Limit limit, String subject) {
        jdbc.sql("UPDATE tries SET made = made - 1 WHERE limit_name = ? AND subject = ? AND made > 0")
                .params(limit.name(), digest(subject))
                .update();
    }

    int forgetOld() {
        Instant now = clock.instant();
        return List.of(Limit.values()).stream()
                .mapToInt(limit -> jdbc.sql("DELETE FROM tries WHERE limit_name = ? AND since <= ?")
                        .params(limit.name(), now.minus(limit.window()).atOffset(ZoneOffset.UTC))
                        .update())
                .sum();
    }

    private byte[] digest(String subject) {
        return keys.search().of("tries", subject);
    }

    /**
     * The try is not evaluated.
     *
     * @param over how many tries came beyond the limit, this one included
     */
    public record TooManyTries(Instant retryAt, int over) {
        /**
         * Whether this refusal gets an entry in the trail: the 1st, 2nd, 4th, 8th …, so that a flood of refusals does
         * not become a flood of entries.
         */
        public boolean isRecorded() {
            return Integer.bitCount(over) == 1;
        }

        /** How many refusals the entry stands for. */
        public int recordedCount() {
            return Math.max(1, over / 2);
        }
    }
}
