package hotleads.core.lookback;

import hotleads.core.lookback.Wish.State;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
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
import tools.jackson.databind.json.JsonMapper;

/** Looks back as stored: asked for, taken up by one core at a time, and done. */
@Component
class Wishes implements TimesAhead {
    /** A core that was killed says nothing more: another begins anew. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String COLUMNS =
            "id, base_version, weights, state, asked_at, finished_at, people, people_done, result";

    private final JdbcClient jdbc;
    private final Scorings scorings;
    private final JsonMapper json;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Scorings scorings, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.scorings = scorings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("lookback", "leased_until", LEASE));
    }

    /** What the same person asked for before and did not wait for is not looked at any more. */
    void ask(Wish wish, UUID account) {
        jdbc.sql("UPDATE lookback SET state = 'failed' WHERE account_id = ? AND state IN ('asked', 'running')")
                .param(account)
                .update();
        jdbc.sql("""
                        INSERT INTO lookback (id, account_id, base_version, weights, state, asked_at)
                        VALUES (?, ?, ?, ?::jsonb, 'asked', ?)
                        """)
                .params(
                        wish.id(),
                        account,
                        wish.baseVersion(),
                        scorings.text(wish.weights()),
                        Timestamp.from(wish.askedAt()))
                .update();
    }

    Optional<Wish> takeUp() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE lookback SET state = 'running', leased_until = ?, people_done = 0
                        WHERE id = (SELECT id FROM lookback
                                    WHERE state = 'asked' OR (state = 'running' AND leased_until < ?)
                                    ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING %s
                        """.formatted(COLUMNS))
                .params(Timestamp.from(now.plus(LEASE)), Timestamp.from(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** @return whether anybody still wants it */
    boolean reached(UUID id, int people, int done) {
        return jdbc.sql("""
                        UPDATE lookback SET leased_until = ?, people = ?, people_done = ? WHERE id = ? AND state = 'running'
                        """)
                        .params(Timestamp.from(clock.instant().plus(LEASE)), people, done, id)
                        .update()
                == 1;
    }

    void done(UUID id, LookedBack result) {
        jdbc.sql("""
                        UPDATE lookback SET state = 'done', finished_at = ?, people_done = people, result = ?::jsonb
                        WHERE id = ? AND state = 'running'
                        """)
                .params(Timestamp.from(clock.instant()), json.writeValueAsString(result), id)
                .update();
    }

    void failed(UUID id) {
        jdbc.sql("UPDATE lookback SET state = 'failed', finished_at = ? WHERE id = ? AND state = 'running'")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    Optional<Wish> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM lookback WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    private Wish read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        String result = row.getString("result");
        return new Wish(
                row.getObject("id", UUID.class),
                row.getInt("base_version"),
                scorings.weights(row.getString("weights")),
                State.of(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("people"),
                row.getInt("people_done"),
                result == null ? null : json.readValue(result, LookedBack.class));
    }
}
