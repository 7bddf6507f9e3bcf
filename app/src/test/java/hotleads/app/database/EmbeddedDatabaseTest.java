package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {
    private SomeDatabase running;
    private Migrate migrate;
    private int migrations;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path jars) throws SQLException {
        running = SomeDatabase.startedIn(folder);
        migrate = new Migrate(SomeJars.withMigrations(jars, Map.of("V1__first.sql", "create table first (id int)")));
        migrations = migrate.run(running.database(), running.ownerPassword());
        for (Schema schema : Schema.values()) {
            running.execute(
                    DatabaseRole.OWNER,
                    "create table " + schema.word() + ".thing (id int primary key, word text unique);"
                            + " grant select, insert on " + schema.word() + ".thing to hl_" + schema.word());
        }
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        assertThatThrownBy(() -> running.database().connect("hl_core", "guess")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> running.database().connect("postgres", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void ourRolesEnterOurDatabaseOnly() {
        Database another = new Database(running.database().url().replace("/hotleads", "/postgres"));

        assertThatThrownBy(() -> another.connect("hl_owner", running.ownerPassword()))
                .hasMessageContaining("permission denied for database");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "restart_after_crash, off",
        "listen_addresses, 127.0.0.1",
        "log_statement, none",
        "log_error_verbosity, terse"
    })
    void isDurableAndTalksToThisMachineOnly(String setting, String value) throws SQLException {
        assertThat(running.ask(DatabaseRole.CORE, "show " + setting)).isEqualTo(value);
    }

    @Test
    void itsLogHoldsNoValueOfARefusedRow() throws IOException {
        assertThatThrownBy(() -> running.execute(
                        DatabaseRole.CORE, "insert into core.thing values (7, 'Zyxwin'), (8, 'Zyxwin')"))
                .isInstanceOf(SQLException.class);

        assertThat(Files.readString(running.log()))
                .contains("duplicate key value violates unique constraint")
                .doesNotContain("Zyxwin");
    }

    @Test
    void theMigrationsOfAJarAreRunOnceAndBelongToTheOwner() throws SQLException {
        assertThat(migrations).isEqualTo(2);
        assertThat(migrate.run(running.database(), running.ownerPassword())).isZero();
        assertThat(running.ask(
                        DatabaseRole.OWNER,
                        "select string_agg(schemaname || ' ' || tableowner, ', ' order by schemaname) from pg_tables"
                                + " where tablename = 'first'"))
                .isEqualTo("auth hl_owner, core hl_owner");
    }

    @Test
    void aJarWithoutMigrationsIsNoWholeBuild(@TempDir Path jars) {
        Migrate empty = new Migrate(SomeJars.withMigrations(jars, Map.of()));

        assertThatThrownBy(() -> empty.run(running.database(), running.ownerPassword()))
                .hasMessageEndingWith("holds no migrations, so it is not a whole build. Delete it and start again.");
    }
}
