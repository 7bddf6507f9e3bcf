package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Programs of the version before work on while their tables are altered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrateUnderLoadTest {
    private static final String FIRST =
            "create table one (id int); create table other (id int); grant select, insert on one, other to hl_core";

    private SomeDatabase running;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = SomeDatabase.startedIn(folder);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private int migrated(Path jars, Map<String, String> migrations) {
        return new Migrate(Map.of(Schema.CORE, SomeJars.withMigrations(jars, Schema.CORE, migrations)))
                .run(running.database(), running.ownerPassword());
    }

    /**
     * What wants a table queues behind a migration that waits for it. Of two that hold what the other wants PostgreSQL
     * ends either: here it may not be the program.
     */
    @Test
    void whoIsAtWorkGoesOnAndTheMigrationBeginsAnew(@TempDir Path jars) throws Exception {
        migrated(jars, Map.of("V1__first.sql", FIRST));
        Map<String, String> later = Map.of(
                "V1__first.sql",
                FIRST,
                "V2__second.sql",
                "create table third (id int)",
                "V3__third.sql",
                "alter table one add column word text; alter table other add column word text");
        try (Connection program = program();
                Connection another = program()) {
            program.setAutoCommit(false);
            insert(program, "other");
            CompletableFuture<Integer> migration = CompletableFuture.supplyAsync(() -> migrated(jars, later));
            while (waiting() == 0 && !migration.isDone()) {
                Thread.onSpinWait();
            }

            insert(another, "one");
            insert(program, "one");
            program.commit();

            assertThat(migration.get(1, TimeUnit.MINUTES)).isEqualTo(2);
        }
        assertThat(running.ask(DatabaseRole.OWNER, "select count(*) from core.one"))
                .isEqualTo("2");
        assertThat(running.ask(DatabaseRole.OWNER, "select count(*) from core.other where word is null"))
                .isEqualTo("1");
    }

    private Connection program() throws SQLException {
        return running.connect(DatabaseRole.CORE);
    }

    private static void insert(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            statement.execute("insert into core." + table + " values (1)");
        }
    }

    private int waiting() throws SQLException {
        return Integer.parseInt(running.ask(DatabaseRole.OWNER, "select count(*) from pg_locks where not granted"));
    }
}
