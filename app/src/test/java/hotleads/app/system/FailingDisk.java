package hotleads.app.system;

import hotleads.app.RunningDemo;
import hotleads.app.bench.Victim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whatever PostgreSQL asks the disk to keep, it hears that it was not kept: EIO, from when this is made until it is
 * closed, also to each server that is started meanwhile.
 */
final class FailingDisk implements AutoCloseable {
    private static final String ASKED = "fsync,fdatasync,syncfs";
    private static final int LOOK_EVERY_MILLIS = 20;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("failing-disk").factory());
    private final Map<Long, Process> tracers = new HashMap<>();
    private final RunningDemo demo;

    private FailingDisk(RunningDemo demo) {
        this.demo = demo;
    }

    static FailingDisk under(RunningDemo demo) {
        FailingDisk disk = new FailingDisk(demo);
        var _ = disk.watch.scheduleWithFixedDelay(disk::failThoseThatRun, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return disk;
    }

    /** Not everywhere is strace, and not everywhere may it touch what it did not start. */
    static boolean canBeMade() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Process tracer = trace(List.of(other.pid()));
            // Refused, it ends at once.
            boolean traces = !tracer.waitFor(1, TimeUnit.SECONDS);
            tracer.destroy();
            return traces;
        } catch (IOException none) {
            return false;
        } finally {
            other.destroyForcibly();
        }
    }

    private void failThoseThatRun() {
        demo.pid(Victim.DATABASE).stream()
                .filter(server -> !tracers.containsKey(server))
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(this::fail);
    }

    private void fail(ProcessHandle server) {
        try {
            tracers.put(
                    server.pid(),
                    trace(Stream.concat(Stream.of(server), server.descendants())
                            .map(ProcessHandle::pid)
                            .toList()));
        } catch (IOException gone) {
            // Seen by whoever waits for the fault.
        }
    }

    /** With all they start: PostgreSQL has a process for each connection. */
    private static Process trace(List<Long> processes) throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        command.addAll(List.of("-e", "trace=" + ASKED, "-e", "inject=" + ASKED + ":error=EIO"));
        processes.forEach(process -> command.addAll(List.of("-p", String.valueOf(process))));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lets all go on as if nothing had been. */
    @Override
    public void close() {
        watch.close();
        tracers.values().forEach(Process::destroy);
        tracers.values().forEach(tracer -> tracer.onExit().join());
    }
}
