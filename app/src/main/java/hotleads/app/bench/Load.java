package hotleads.app.bench;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections busy, one act at a time each. Only a window is measured, which opens when all run: counters that
 * the database publishes late then lag as much at its end as at its beginning.
 */
final class Load {
    private static final Duration SETTLING = Duration.ofMillis(1_500);
    private static final double NANOSECONDS = 1e9;
    private static final double NANOSECONDS_A_MILLISECOND = 1e6;

    private final List<? extends Act> connections;
    private final Supplier<Used> used;
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Load(List<? extends Act> connections, Supplier<Used> used) {
        this.connections = connections;
        this.used = used;
    }

    /** As fast as they go. */
    static Ran full(List<? extends Act> connections, Duration window, Supplier<Used> used) {
        return new Load(connections, used).run(window, 0);
    }

    /** At a rate; an act that begins late because the one before it took long counts from when it was due. */
    static Ran paced(List<? extends Act> connections, Duration window, double perSecond, Supplier<Used> used) {
        return new Load(connections, used).run(window, connections.size() / perSecond * NANOSECONDS);
    }

    private Ran run(Duration window, double gap) {
        List<Worker> workers = new ArrayList<>();
        for (int index = 0; index < connections.size(); index++) {
            // Spread over the gap, so that a rate is not a row of bursts.
            workers.add(new Worker(connections.get(index), gap, gap * index / connections.size()));
        }
        workers.forEach(worker -> worker.thread.start());
        pause(SETTLING);
        Used before = used.get();
        long opened = System.nanoTime();
        measuring.set(true);
        pause(window);
        measuring.set(false);
        long closed = System.nanoTime();
        Used after = used.get();
        over.set(true);
        workers.forEach(Worker::join);
        refuseWhenFailed();
        Samples taken = Samples.of(
                workers.stream().flatMapToDouble(Worker::milliseconds).toArray());
        return new Ran(taken.count(), (closed - opened) / NANOSECONDS, taken, after.since(before));
    }

    private void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0 && !over.get(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void refuseWhenFailed() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new Refusal("The load broke off: " + failed.getMessage());
        }
    }

    private final class Worker {
        private final Act act;
        private final double gap;
        private final double offset;
        private final Thread thread = Thread.ofPlatform().name("load").unstarted(this::work);
        private long[] taken = new long[1 << 14];
        private int count;

        Worker(Act act, double gap, double offset) {
            this.act = act;
            this.gap = gap;
            this.offset = offset;
        }

        private void work() {
            try {
                double due = System.nanoTime() + offset;
                while (!over.get()) {
                    long begin = gap == 0 ? System.nanoTime() : await((long) due);
                    act.once();
                    record(System.nanoTime() - begin);
                    due += gap;
                }
            } catch (IOException | SQLException | RuntimeException broken) {
                failure.set(broken);
                over.set(true);
            }
        }

        private static long await(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return due;
        }

        private void record(long nanoseconds) {
            if (measuring.get()) {
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, count * 2);
                }
                taken[count++] = nanoseconds;
            }
        }

        private void join() {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Refusal("Stopped.");
            }
        }

        private java.util.stream.DoubleStream milliseconds() {
            return Arrays.stream(taken, 0, count).mapToDouble(nanoseconds -> nanoseconds / NANOSECONDS_A_MILLISECOND);
        }
    }
}
