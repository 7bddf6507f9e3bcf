package hotleads.simulators;

import hotleads.simulators.time.Later;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A clock and a timer that stand still until a test moves them. */
public final class HandMovedTime extends Clock implements Later {

    private record Task(Instant due, long order, Runnable work) {}

    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::order));
    private Instant now;
    private long order;

    public HandMovedTime(Instant start) {
        now = start;
    }

    @Override
    public synchronized void run(Duration delay, Runnable work) {
        tasks.add(new Task(now.plus(delay), order++, work));
    }

    /** Moves on, and does on the way whatever falls due. */
    public void advance(Duration by) {
        Instant end = instant().plus(by);
        for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
            task.work.run();
        }
        set(end);
    }

    /** As a process that ended takes its timers with it. */
    public synchronized void forgetTasks() {
        tasks.clear();
    }

    private synchronized @Nullable Task nextUntil(Instant end) {
        Task task = tasks.peek();
        if (task == null || task.due.isAfter(end)) {
            return null;
        }
        now = task.due;
        return tasks.remove();
    }

    private synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
