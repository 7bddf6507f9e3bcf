package hotleads.auth;

import hotleads.platform.health.ReadyCheck;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready once the database answers and has been migrated. */
@Component
class DatabaseReady implements ReadyCheck {
    private final JdbcClient jdbc;

    DatabaseReady(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> problem() {
        try {
            // The newest migration's column: an older schema is not ready either.
            boolean readOnly = jdbc.sql("SELECT current_setting('transaction_read_only') = 'on'"
                            + " FROM (SELECT count(counts) FROM notice WHERE false) AS there")
                    .query(Boolean.class)
                    .single();
            return readOnly ? Optional.of("the database takes nothing: it is read-only") : Optional.empty();
        } catch (DataAccessException away) {
            return Optional.of("the database does not answer, or its schema was not migrated");
        }
    }
}
