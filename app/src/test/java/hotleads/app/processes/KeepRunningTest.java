package hotleads.app.processes;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRunningTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final BlockingQueue<Planned> planned = new LinkedBlockingQueue<>();
    private KeepRunning running = keep("exit 0", Path.of(""));

    private record Planned(Duration pause, Runnable task) {}

    private record Shell(String script) implements Startable {
        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public Process start() throws IOException {
            return new ProcessBuilder("sh", "-c", script).start();
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(300);
        }
    }

    @BeforeEach
    void useTheFolder() {
        running = keep("exec sleep 600", folder);
    }

    @AfterEach
    void stop() {
        running.stop();
    }

    @Test
    void isStartedAgainWhenItIsKilled() throws InterruptedException {
        running.start();
        long first = running.pid().orElseThrow();

        kill(first);
        next().task().run();

        assertThat(running.pid().orElseThrow()).isNotEqualTo(first);
        assertThat(said()).contains("stand-in ended by itself (exit status 137); starting it again");
    }

    @Test
    void isWatchedAndStartedOnceAlsoWhenTheDiskHasNoRoomToWriteItDown() throws InterruptedException {
        running = keep("exec sleep 600", folder.resolve("not-there"));
        running.start();
        long first = running.pid().orElseThrow();
        assertThat(planned).isEmpty();

        kill(first);
        next().task().run();

        assertThat(running.pid().orElseThrow()).isNotEqualTo(first);
        assertThat(planned).isEmpty();
        assertThat(said()).contains("stand-in runs as process " + first + ", which cannot be written down");
    }

    @Test
    void isStartedLessAndLessOftenWhileItKeepsDying() throws InterruptedException {
        running = keep("exit 3", folder);
        running.start();

        Planned first = next();
        first.task().run();
        Planned second = next();

        assertThat(first.pause()).isEqualTo(Duration.ofMillis(250));
        assertThat(second.pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(KeepRunning.waitAfter(4)).isEqualTo(Duration.ofSeconds(2));
        assertThat(KeepRunning.waitAfter(100)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLongLifeMakesUpForEarlierDeaths() throws InterruptedException {
        running.start();
        kill(running.pid().orElseThrow());
        next().task().run();
        now.updateAndGet(time -> time.plus(KeepRunning.STEADY));

        kill(running.pid().orElseThrow());

        assertThat(next().pause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void staysDownOnceItWasStopped() throws InterruptedException {
        running.start();
        long pid = running.pid().orElseThrow();
        kill(pid);
        Planned restart = next();

        running.stop();
        restart.task().run();

        assertThat(running.pid()).isEmpty();
    }

    @Test
    void isKilledWhenItDoesNotStop() {
        running = keep("trap '' TERM; while :; do sleep 600; done", folder);
        running.start();

        running.stop();

        assertThat(running.pid()).isEmpty();
    }

    @Test
    void isNotAskedFirstWhenItWasStillStarting() {
        running = keep("trap 'touch " + folder.resolve("asked") + "; exit' TERM; while :; do sleep 1; done", folder);
        running.start();

        running.kill();

        assertThat(running.pid()).isEmpty();
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void whatAKilledLauncherLeftIsStoppedByTheNext() {
        running.start();
        long pid = running.pid().orElseThrow();

        new Leftovers(folder).stop("stand-in", console());

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(said()).contains("Stopping stand-in (process " + pid + "), left over from a start that was killed");
    }

    @Test
    void anotherProcessWithTheSameIdIsLeftAlone() {
        running.start();
        ProcessHandle process = ProcessHandle.of(running.pid().orElseThrow()).orElseThrow();
        Instant startedAt = process.info().startInstant().orElseThrow();

        assertThat(Leftovers.alive(process.pid(), startedAt)).isPresent();
        assertThat(Leftovers.alive(process.pid(), startedAt.minusSeconds(60))).isEmpty();
    }

    private KeepRunning keep(String script, Path records) {
        return new KeepRunning(
                new Shell(script),
                new Leftovers(records),
                console(),
                now::get,
                (pause, task) -> planned.add(new Planned(pause, task)));
    }

    private Console console() {
        return new Console(new PrintStream(said, true, StandardCharsets.UTF_8), now::get);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private Planned next() throws InterruptedException {
        Planned next = planned.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a restart is planned").isNotNull();
        return next;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
