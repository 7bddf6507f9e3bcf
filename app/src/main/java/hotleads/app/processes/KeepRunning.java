package hotleads.app.processes;

import hotleads.app.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps one program running: when it dies, it is started again, at first soon, then less and less often. */
public final class KeepRunning {
    /** Alive for this long counts as recovered. */
    static final Duration STEADY = Duration.ofMinutes(1);

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 7;

    private final ReentrantLock lock = new ReentrantLock();
    private final Startable program;
    private final Leftovers leftovers;
    private final Console console;
    private final InstantSource clock;
    private final Later later;
    private @Nullable Process current;
    private Instant startedAt = Instant.EPOCH;
    private int deathsInARow;
    private boolean stopping;

    public KeepRunning(Startable program, Leftovers leftovers, Console console, InstantSource clock, Later later) {
        this.program = program;
        this.leftovers = leftovers;
        this.console = console;
        this.clock = clock;
        this.later = later;
    }

    public String name() {
        return program.name();
    }

    /** @throws UncheckedIOException when it cannot be started at all */
    public void start() {
        lock.lock();
        try {
            launch();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot start " + program.name(), failed);
        } finally {
            lock.unlock();
        }
    }

    private void launch() throws IOException {
        if (stopping) {
            return;
        }
        Process process = program.start();
        current = process;
        startedAt = clock.instant();
        // Before anything else can fail: one that runs and is not watched would be started a second time.
        var _ = process.onExit().thenAccept(this::died);
        remember(process);
    }

    private void remember(Process process) {
        try {
            leftovers.remember(program.name(), process.toHandle());
        } catch (UncheckedIOException full) {
            console.progress(program.name() + " runs as process " + process.pid()
                    + ", which cannot be written down. Make room on the disk; should this launcher be killed before it"
                    + " is started again, end that process by hand");
        }
    }

    private void died(Process process) {
        lock.lock();
        try {
            if (stopping || !Objects.equals(process, current)) {
                return;
            }
            boolean wasSteady = Duration.between(startedAt, clock.instant()).compareTo(STEADY) >= 0;
            deathsInARow = wasSteady ? 1 : deathsInARow + 1;
            tryAgainLater("ended by itself (exit status " + process.exitValue() + ")");
        } finally {
            lock.unlock();
        }
    }

    private void tryAgainLater(String what) {
        Duration wait = waitAfter(deathsInARow);
        console.progress(program.name() + " " + what + "; starting it again"
                + (wait.toSeconds() < 1 ? "" : " in " + wait.toSeconds() + " s"));
        later.run(wait, this::startAgain);
    }

    static Duration waitAfter(int deaths) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(deaths - 1, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void startAgain() {
        lock.lock();
        try {
            launch();
        } catch (IOException | RuntimeException failed) {
            // Whatever it was: nobody else would ever start it again.
            deathsInARow++;
            tryAgainLater("does not start (" + failed.getMessage() + ")");
        } finally {
            lock.unlock();
        }
    }

    /** Its process id, while it runs. */
    public OptionalLong pid() {
        lock.lock();
        try {
            return current != null && current.isAlive() ? OptionalLong.of(current.pid()) : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How often it died without having been steady in between. */
    public int deathsInARow() {
        lock.lock();
        try {
            return deathsInARow;
        } finally {
            lock.unlock();
        }
    }

    /** Stops it for good; killed when it takes longer than its patience. */
    public void stop() {
        Process process = takeForStopping();
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            program.askToStop(process);
            if (!endedWithin(process, program.patience())) {
                console.progress(program.name() + " does not stop; killing it");
                process.destroyForcibly();
                endedWithin(process, program.patience());
            }
        }
        leftovers.forget(program.name());
    }

    /** Stops it for good and at once: for one that was still starting, hears nothing yet and has nothing to finish. */
    public void kill() {
        Process process = takeForStopping();
        if (process != null) {
            process.destroyForcibly();
            endedWithin(process, program.patience());
            leftovers.forget(program.name());
        }
    }

    private @Nullable Process takeForStopping() {
        lock.lock();
        try {
            stopping = true;
            return current;
        } finally {
            lock.unlock();
        }
    }

    private static boolean endedWithin(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
