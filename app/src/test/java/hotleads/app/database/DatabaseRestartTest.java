package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRestartTest {
    @TempDir
    Path folder;

    @Test
    void theNextStartKeepsTheDataAndThePasswords() throws SQLException {
        try (SomeDatabase first = SomeDatabase.startedIn(folder)) {
            first.execute(DatabaseRole.OWNER, "create table core.kept as select 42 as answer");
        }

        try (SomeDatabase second = SomeDatabase.startedIn(folder)) {
            assertThat(second.ask(DatabaseRole.OWNER, "select answer from core.kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void aServerThatAKilledLauncherLeftIsStoppedFirst() throws SQLException {
        try (SomeDatabase left = SomeDatabase.startedIn(folder)) {
            left.execute(DatabaseRole.OWNER, "create table core.kept as select 42 as answer");
            long pid = left.pid();

            try (SomeDatabase second = SomeDatabase.startedIn(folder)) {
                assertThat(second.pid()).isNotEqualTo(pid);
                assertThat(second.ask(DatabaseRole.OWNER, "select answer from core.kept"))
                        .isEqualTo("42");
            }
        }
    }

    /** The system tells a process's start by the clock of now; what the server wrote down is by the clock of then. */
    @Test
    void aServerThatWasLeftIsStoppedAlsoWhenTheClockWasSetSince() throws IOException, SQLException {
        try (SomeDatabase left = SomeDatabase.startedIn(folder)) {
            long pid = left.pid();
            Path record = folder.resolve("postgresql").resolve("postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(record));
            lines.set(2, String.valueOf(Long.parseLong(lines.get(2).strip()) + 3_600));
            Files.write(record, lines);

            try (SomeDatabase second = SomeDatabase.startedIn(folder)) {
                assertThat(second.pid()).isNotEqualTo(pid);
                assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
                assertThat(second.ask(DatabaseRole.CORE, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aKilledServerComesBackOnTheSamePortAndData() throws SQLException {
        try (SomeDatabase running = SomeDatabase.startedIn(folder)) {
            running.execute(DatabaseRole.OWNER, "create table core.kept as select 42 as answer");
            ProcessHandle killed = ProcessHandle.of(running.pid()).orElseThrow();

            killed.destroyForcibly();
            var _ = killed.onExit().join();
            running.awaitReturn();

            assertThat(running.ask(DatabaseRole.OWNER, "select answer from core.kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void anotherProcessWithTheIdOfADeadServerIsNoObstacle() throws IOException, SQLException {
        SomeDatabase.startedIn(folder).close();
        Path record = folder.resolve("postgresql").resolve("postmaster.pid");
        Files.write(
                record,
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        folder.toString(),
                        "1",
                        "5432",
                        "",
                        "127.0.0.1"));

        try (SomeDatabase second = SomeDatabase.startedIn(folder)) {
            assertThat(second.ask(DatabaseRole.CORE, "select 1")).isEqualTo("1");
        }
    }
}
