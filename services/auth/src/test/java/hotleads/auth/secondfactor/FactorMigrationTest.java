package hotleads.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people had set up before there were passkeys goes on working. */
class FactorMigrationTest {
    private static final String SCHEMA = "auth_before_passkeys";
    private static final String ACCOUNT = "00000000-0000-4000-8000-00000000000a";
    private static final String APP = "00000000-0000-4000-8000-00000000000b";
    private static final String UNFINISHED = "00000000-0000-4000-8000-00000000000c";

    @AfterEach
    void leaveNothing() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        }
    }

    @Test
    void keepsTheAppItsKeyAndItsRecoveryCodes() throws SQLException {
        migrateTo("5");
        try (Connection connection = asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO sealing_key VALUES ('%1$s', 'account', '', now());
                    INSERT INTO account VALUES ('%1$s', 'e', '%1$s', '', '', '', 'admin', now());
                    INSERT INTO totp_factor VALUES
                      ('%2$s', '%1$s', 'key', '%1$s', now(), now(), now(), 77),
                      ('%3$s', '%1$s', 'half', '%1$s', now(), now(), NULL, 78);
                    INSERT INTO recovery_code VALUES
                      ('%2$s', 1, 'one', NULL), ('%2$s', 2, 'two', now()), ('%3$s', 1, 'new', NULL)
                    """.formatted(ACCOUNT, APP, UNFINISHED));
        }

        migrateTo("9");

        assertThat(rows("SELECT id, account_id, kind, active_at IS NOT NULL FROM factor ORDER BY id"))
                .containsExactly(APP + " " + ACCOUNT + " app t", UNFINISHED + " " + ACCOUNT + " app f");
        assertThat(rows("SELECT id, encode(secret, 'escape'), last_step FROM totp_factor ORDER BY id"))
                .containsExactly(APP + " key 77", UNFINISHED + " half 78");
        assertThat(rows("SELECT id, account_id, in_force_at IS NOT NULL FROM recovery_list ORDER BY id"))
                .containsExactly(APP + " " + ACCOUNT + " t", UNFINISHED + " " + ACCOUNT + " f");
        assertThat(rows("SELECT list_id, number, encode(digest, 'escape'), used_at IS NULL FROM recovery_code"
                        + " ORDER BY list_id, number"))
                .containsExactly(APP + " 1 one t", APP + " 2 two f", UNFINISHED + " 1 new t");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(TestDatabase.asOwner())
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration/auth")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = asSuperuser();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private static Connection asSuperuser() throws SQLException {
        Connection connection = TestDatabase.asSuperuser();
        connection.setSchema(SCHEMA);
        return connection;
    }
}
