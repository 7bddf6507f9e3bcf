package hotleads.simulators.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs a task after a while; tests put a hand-moved one in its place. */
@FunctionalInterface
public interface Later {

    void run(Duration delay, Runnable task);

    /** One daemon thread, which only hands the work on and so is never busy. */
    static Later onOneThread() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("later").factory());
        return (delay, task) -> {
            var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        };
    }
}
