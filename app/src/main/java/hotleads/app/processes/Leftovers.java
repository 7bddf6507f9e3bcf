package hotleads.app.processes;

import hotleads.app.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who was started from this data folder, so that the next start finds what a killed launcher left behind. A process id
 * alone proves nothing, for the system gives it out again: only with the same start is it the one we started.
 */
public final class Leftovers {
    private static final String SUFFIX = ".process";
    /** The system tells start times in ticks since a boot time it estimates. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Of what follows the name in a process's record; see proc_pid_stat(5), where it is the 22nd of all. */
    private static final int START_TICKS = 19;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;

    public Leftovers(Path folder) {
        this.folder = folder;
    }

    void remember(String name, ProcessHandle process) {
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(
                    file(name),
                    process.pid() + " " + startedAt.toEpochMilli()
                            + birth(process.pid()).map(" "::concat).orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends what a former start left running under this name. */
    public void stop(String name, Console console) {
        alive(file(name)).ifPresent(process -> {
            announce(name, process, console);
            end(process);
        });
        forget(name);
    }

    /** Says which process is ended, for it may be one the person wonders about. */
    public static void announce(String name, ProcessHandle process, Console console) {
        console.progress(
                "Stopping " + name + " (process " + process.pid() + "), left over from a start that was killed");
    }

    private static Optional<ProcessHandle> alive(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            return switch (parts.length) {
                case 2 -> alive(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
                case 3 ->
                    alive(Long.parseLong(parts[0]))
                            .filter(process -> birth(process.pid()).equals(Optional.of(parts[2])));
                default -> Optional.empty();
            };
        } catch (IOException | NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** The process of that id, when it is the one that was started then and is not dead already. */
    public static Optional<ProcessHandle> alive(long pid, Instant startedAt) {
        return alive(pid)
                .filter(process -> process.info()
                        .startInstant()
                        .map(actual -> Duration.between(actual, startedAt).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false));
    }

    /** Whatever process has that id now and is not dead already. */
    public static Optional<ProcessHandle> alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isZombie(pid));
    }

    /**
     * The boot and the tick in it at which a process began, where the system tells: no clock has a part in it, while a
     * start time moves with the clock when that is set.
     */
    private static Optional<String> birth(long pid) {
        try {
            return Optional.of(Files.readString(BOOT).strip() + ":" + record(pid)[START_TICKS]);
        } catch (IOException notLinuxOrGone) {
            return Optional.empty();
        }
    }

    private static String[] record(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    /** Dead, but not yet collected by its parent: in a container the first process often collects nobody. */
    private static boolean isZombie(long pid) {
        try {
            return record(pid)[0].equals("Z");
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    /** Ends a process that is not our child. */
    public static void end(ProcessHandle process) {
        process.destroy();
        if (!endedWithin(process)) {
            process.destroyForcibly();
            endedWithin(process);
        }
    }

    private static boolean endedWithin(ProcessHandle process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && !isZombie(process.pid())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            waitALittle(process);
        }
        return true;
    }

    private static void waitALittle(ProcessHandle process) {
        try {
            var _ = process.onExit().get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            // Looked at again by the caller: a zombie never completes this future.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
