package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A managed server: its administrator makes roles and owns the database, and is no superuser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakeRolesTest {
    private static final String ADMIN = "hl_admin";
    private static final Map<DatabaseRole, String> PASSWORDS =
            Map.of(DatabaseRole.OWNER, "owner-one", DatabaseRole.AUTH, "auth-one", DatabaseRole.CORE, "core-one");

    private SomeDatabase server;
    private Database managed;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path jars) throws SQLException {
        server = SomeDatabase.startedIn(folder);
        // As on a server that has never heard of us.
        server.asSuperuser("drop schema auth, core cascade");
        server.asSuperuser("alter default privileges for role hl_owner grant execute on functions to public");
        server.asSuperuser("drop owned by hl_owner, hl_auth, hl_core");
        server.asSuperuser("drop role hl_owner, hl_auth, hl_core");
        server.asSuperuser("create role hl_admin login createrole createdb password 'admin'");
        server.asSuperuser("create database managed owner hl_admin");
        managed = new Database(server.database().url().replaceFirst("/hotleads$", "/managed"));
        new MakeRoles(managed).run(ADMIN, "admin", PASSWORDS);
        new Migrate(SomeJars.withMigrations(jars, Map.of("V1__first.sql", "create table first (id int)")))
                .run(managed, "owner-one");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theThreeComeInAndEachSeesItsOwn() throws SQLException {
        assertThat(ask(DatabaseRole.AUTH, "auth-one", "select has_schema_privilege('auth', 'usage')"))
                .isEqualTo("t");
        assertThat(ask(DatabaseRole.AUTH, "auth-one", "select has_schema_privilege('core', 'usage')"))
                .isEqualTo("f");
        assertThat(ask(DatabaseRole.CORE, "core-one", "select has_database_privilege('managed', 'create')"))
                .isEqualTo("f");
    }

    @Test
    void noneOfThemIsMoreThanAnybody() throws SQLException {
        assertThat(ask(
                        DatabaseRole.CORE,
                        "core-one",
                        "select count(*) from pg_roles where rolname in ('hl_owner', 'hl_auth', 'hl_core')"
                                + " and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)"))
                .isEqualTo("0");
    }

    @Test
    void runAgainItGivesTheNewPasswordsAndLeavesWhatIsThere() throws SQLException {
        new MakeRoles(managed).run(ADMIN, "admin", Map.of(DatabaseRole.CORE, "core-two"));
        try {
            assertThat(ask(DatabaseRole.CORE, "core-two", "select has_schema_privilege('core', 'usage')"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> ask(DatabaseRole.CORE, "core-one", "select 1"))
                    .isInstanceOf(SQLException.class);
        } finally {
            new MakeRoles(managed).run(ADMIN, "admin", PASSWORDS);
        }
    }

    @Test
    void aWrongAdministratorIsToldWithoutThePassword() {
        assertThatThrownBy(() -> new MakeRoles(managed).run(ADMIN, "guessed", PASSWORDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The roles cannot be made (28P01)");
    }

    private String ask(DatabaseRole role, String password, String sql) throws SQLException {
        try (Connection connection = managed.connect(role.role(), password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
