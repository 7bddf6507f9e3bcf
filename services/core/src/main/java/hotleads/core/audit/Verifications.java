package hotleads.core.audit;

import hotleads.core.audit.Verification.ChainChecked;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored verifications, so that every core can tell how far one has come. */
@Component
class Verifications implements TimesAhead {
    /** A core that was killed says nothing more: what it checked did not finish. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String SELECT = """
            SELECT id, started_at, finished_at, heard_at, state, total, checked, result FROM audit_verification
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Verifications(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.past("audit_verification", "heard_at"));
    }

    void begin(UUID id, UUID account, long total) {
        jdbc.sql("""
                        INSERT INTO audit_verification (id, started_at, started_by, heard_at, state, total, checked)
                        VALUES (?, ?, ?, ?, 'running', ?, 0)
                        """).params(id, now(), account, now(), total).update();
    }

    void reached(UUID id, long checked) {
        jdbc.sql("UPDATE audit_verification SET checked = ?, heard_at = ? WHERE id = ?")
                .params(checked, now(), id)
                .update();
    }

    void finish(UUID id, String state, long checked, List<ChainChecked> chains) {
        jdbc.sql("""
                        UPDATE audit_verification SET state = ?, checked = ?, result = ?, heard_at = ?, finished_at = ? WHERE id = ?
                        """)
                .params(state, checked, json.writeValueAsString(chains), now(), now(), id)
                .update();
    }

    Optional<Verification> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(this::read).optional();
    }

    Optional<Verification> running() {
        return latest("ORDER BY started_at DESC LIMIT 1")
                .filter(found -> found.state().equals("running"));
    }

    /** The newest that came to an answer. */
    Optional<Verification> lastFinished() {
        return latest("WHERE state IN ('unbroken', 'broken') ORDER BY started_at DESC LIMIT 1");
    }

    private Optional<Verification> latest(String which) {
        return jdbc.sql(SELECT + which).query(this::read).optional();
    }

    private Verification read(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        String result = row.getString("result");
        String state = row.getString("state");
        boolean silent = state.equals("running")
                && row.getTimestamp("heard_at").toInstant().plus(SILENCE).isBefore(clock.instant());
        return new Verification(
                row.getObject("id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                silent ? "not-finished" : state,
                row.getLong("total"),
                row.getLong("checked"),
                result == null ? List.of() : json.readValue(result, new TypeReference<List<ChainChecked>>() {}));
    }

    private Timestamp now() {
        Instant now = clock.instant();
        return Timestamp.from(now);
    }
}
