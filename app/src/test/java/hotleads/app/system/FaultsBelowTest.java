package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotleads.app.RunningDemo;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fails below us: a database that is away, a disk that is full, a disk that keeps nothing. No program of ours dies
 * of it, no hook is acknowledged that is not kept, and all comes back by itself.
 */
@Tag("system")
// Among the last, as for the deaths: its many hooks would hold up what others wait for.
@Order(Integer.MAX_VALUE - 1)
class FaultsBelowTest {
    private static final int PER_SECOND = 40;
    private static final String DISK = "1500m";
    /** Core gives up on a connection that says nothing for half a minute. */
    private static final Duration SILENT = Duration.ofSeconds(30);
    /** PostgreSQL ends itself within the first second, and is started again some four times. */
    private static final Duration FAILING = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<Role> OURS = Set.of(Role.GATEWAY, Role.AUTH, Role.CORE, Role.WEBHOOKS, Role.SYNC);

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatStandsStillIsWaitedFor() throws Exception {
        try (RunningDemo demo = RunningDemo.another(folder.resolve("data"))) {
            Load load = underLoad(demo);
            List<Long> before = processes(demo);
            List<Long> server = server(demo);

            signal("-STOP", server);
            try {
                // Those on their way may have been kept already.
                await().atMost(PATIENCE).until(() -> load.statuses().contains(503));
                int acknowledged = load.acknowledged().size();
                await().pollDelay(SILENT).atMost(PATIENCE).until(() -> !isReady(demo));
                assertThat(load.acknowledged()).hasSize(acknowledged);
            } finally {
                signal("-CONT", server);
            }

            assertAllIsBack(demo, load);
            assertThat(processes(demo)).isEqualTo(before);
        }
    }

    /** Everything lies on it: tables, the write-ahead log, our logs. */
    @Test
    void aFullDiskIsWaitedFor() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk.toString()) == 0,
                "Only root may make a disk small enough to be filled");
        try (RunningDemo demo = RunningDemo.another(disk.resolve("data"))) {
            Load load = underLoad(demo);
            List<Long> before = processes(demo);

            Path filler = fill(disk);
            try {
                await().atMost(PATIENCE).until(() -> load.statuses().contains(503));
                await().pollDelay(FAILING).atMost(PATIENCE).until(() -> true);
            } finally {
                Files.delete(filler);
            }

            assertAllIsBack(demo, load);
            assertThat(processes(demo)).isEqualTo(before);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void aDiskThatDoesNotKeepWhatItWasToldIsWaitedFor() throws Exception {
        assumeTrue(FailingDisk.canBeMade(), "Only where strace may touch a program of somebody else can a disk fail");
        try (RunningDemo demo = RunningDemo.another(folder.resolve("data"))) {
            Load load = underLoad(demo);
            List<Long> before = processes(demo);
            long server = demo.databasePid();

            try (FailingDisk _ = FailingDisk.under(demo)) {
                await().atMost(PATIENCE).until(() -> load.statuses().contains(503));
                await().pollDelay(FAILING).atMost(PATIENCE).until(() -> true);
            }

            assertAllIsBack(demo, load);
            assertThat(processes(demo)).isEqualTo(before);
            assertThat(demo.databasePid())
                    .as("it would not go on with what may be lost")
                    .isNotEqualTo(server);
            assertThat(demo.logs().resolve("postgresql.log")).content().containsPattern("PANIC: +could not fdatasync");
        }
    }

    /** To the last byte. */
    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int size = 1 << 20; size > 0; ) {
                try {
                    out.write(new byte[size]);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
        return filler;
    }

    private static Load underLoad(RunningDemo demo) {
        Load load = Load.endless(demo, PER_SECOND);
        await().atMost(PATIENCE).until(() -> load.acknowledged().size() > PER_SECOND);
        return load;
    }

    private static void assertAllIsBack(RunningDemo demo, Load load) throws SQLException {
        await().atMost(PATIENCE).until(() -> isReady(demo));
        int acknowledged = load.acknowledged().size();
        await().atMost(PATIENCE).until(() -> load.acknowledged().size() > acknowledged + PER_SECOND);
        load.finish();
        Kept kept = Kept.of(demo, load.sent());
        System.out.printf(
                "%d sent, %d acknowledged, %d kept, answered %s%n",
                load.sent().size(),
                load.acknowledged().size(),
                kept.deliveries().size(),
                load.statuses());
        assertThat(kept.deliveries().keySet()).containsAll(load.acknowledged());
        assertThat(kept.deliveries().values()).containsOnly(1L);
        assertThat(kept.recorded()).isEqualTo(kept.deliveries());
        // Never a 4xx: Acuity would not send it again.
        assertThat(load.statuses()).isSubsetOf(200, 502, 503, 504);
    }

    private static boolean isReady(RunningDemo demo) {
        try {
            HttpRequest ready = HttpRequest.newBuilder(demo.address().resolve("/readyz"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return demo.client()
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Long> processes(RunningDemo demo) {
        return OURS.stream().sorted().map(demo::pid).toList();
    }

    private static List<Long> server(RunningDemo demo) {
        ProcessHandle server = ProcessHandle.of(demo.databasePid()).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(String.valueOf(process)));
        run(command.toArray(String[]::new));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
