package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    @TempDir
    Path root;

    private ProcessTable table;

    @BeforeEach
    void aServerWithTwoSessionsAndAStranger() throws IOException {
        table = new ProcessTable(root);
        process(10, "postgres", 1, 100, 50, 30, 20);
        process(11, "postgres: (core) hl core", 10, 200, 100, 0, 0);
        process(12, "postgres", 10, 1, 1, 0, 0);
        process(99, "java", 1, 5_000, 5_000, 0, 0);
    }

    private void process(long pid, String name, long parent, int user, int system, int childUser, int childSystem)
            throws IOException {
        Path folder = Files.createDirectory(root.resolve(String.valueOf(pid)));
        Files.writeString(
                folder.resolve("stat"),
                "%d (%s) S %d 1 1 0 -1 4194304 7 7 7 7 %d %d %d %d 20 0 1 0 999 1000 100\n"
                        .formatted(pid, name, parent, user, system, childUser, childSystem));
    }

    @Test
    void processorTimeIsThatOfTheProcessesAlone() {
        assertThat(table.seconds(List.of(11L, 12L))).isEqualTo(3.02);
    }

    @Test
    void aServersSessionsCountAlsoWhenTheyHaveEnded() {
        assertThat(table.secondsWithChildren(10)).isEqualTo(2.00 + 3.02);
    }

    @Test
    void memoryIsTheKernelsSum() throws IOException {
        Files.writeString(root.resolve("99/smaps_rollup"), """
            7f-7f ---p 00000000 00:00 0    [rollup]
            Rss:               20480 kB
            Pss:               10240 kB
            Pss_Anon:           9000 kB
            """);

        assertThat(table.mebibytes(99, "Rss")).isEqualTo(20);
        assertThat(table.mebibytes(99, "Pss")).isEqualTo(10);
    }
}
