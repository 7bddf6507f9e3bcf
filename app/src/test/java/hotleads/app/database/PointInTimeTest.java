package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill of docs/runbooks/restore.md, with the programs of PostgreSQL that we bring: a copy of the files made while
 * the server runs, the log that was archived since, and the server goes no further than to the moment before a mistake.
 */
class PointInTimeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path temporary;

    @Test
    void aServerGoesBackToTheMomentBeforeAMistake() throws Exception {
        Path archive = Files.createDirectory(temporary.resolve("archive"));
        Path folder = temporary.resolve("folder");
        Path base = temporary.resolve("base");
        try (SomeDatabase first = SomeDatabase.startedIn(folder)) {
            first.asSuperuser("ALTER SYSTEM SET archive_mode = on");
            first.asSuperuser("ALTER SYSTEM SET archive_command = 'test ! -f %1$s/%%f && /bin/cp %%p %1$s/%%f'"
                    .formatted(archive));
        }

        String moment;
        try (SomeDatabase archived = SomeDatabase.startedIn(folder)) {
            archived.execute(DatabaseRole.OWNER, "CREATE TABLE core.thing AS SELECT 'before the copy' AS word");
            copyWhileItRuns(archived, base);
            archived.execute(DatabaseRole.OWNER, "INSERT INTO core.thing VALUES ('after the copy')");
            moment = archived.ask(DatabaseRole.OWNER, "SELECT clock_timestamp()::text");
            archived.execute(DatabaseRole.OWNER, "UPDATE core.thing SET word = 'a mistake'");
            String segment = archived.askAsSuperuser("SELECT pg_walfile_name(pg_switch_wal())");
            await().atMost(PATIENCE).until(() -> Files.exists(archive.resolve(segment)));
        }

        Path restored = temporary.resolve("restored");
        OwnerOnly.copyFolder(folder, restored);
        OwnerOnly.removeFolder(restored.resolve("postgresql"));
        Files.move(base, restored.resolve("postgresql"));
        Files.writeString(
                restored.resolve("postgresql/postgresql.auto.conf"),
                // Nobody comes in before it is where it should be.
                """
                archive_mode = off
                hot_standby = off
                restore_command = '/bin/cp %s/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """.formatted(archive, moment),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.createFile(restored.resolve("postgresql/recovery.signal"));

        try (SomeDatabase back = SomeDatabase.startedIn(restored)) {
            assertThat(back.ask(DatabaseRole.OWNER, "SELECT string_agg(word, ', ' ORDER BY word) FROM core.thing"))
                    .isEqualTo("after the copy, before the copy");
            back.execute(DatabaseRole.OWNER, "INSERT INTO core.thing VALUES ('and on')");
        }
    }

    /** As pg_basebackup would, which is not among the programs at hand. */
    private static void copyWhileItRuns(SomeDatabase running, Path base) throws SQLException, IOException {
        try (Connection superuser = running.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_backup_start('drill', true)");
            copy(running.data(), base);
            try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                row.next();
                Files.writeString(base.resolve("backup_label"), row.getString(1));
            }
        }
    }

    /** All but the log, which comes from the archive, and what says that a server runs here. */
    private static void copy(Path from, Path to) throws IOException {
        OwnerOnly.createFolder(to);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                OwnerOnly.createFolder(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.startsWith(from.resolve("pg_wal")) && !file.endsWith("postmaster.pid")) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // A file that went away meanwhile: the log tells the rest.
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
