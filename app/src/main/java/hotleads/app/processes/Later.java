package hotleads.app.processes;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs something after a while. */
public interface Later {
    void run(Duration wait, Runnable task);

    /** By real time, on one thread that does not keep the program alive. */
    static Later inTheBackground() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("later").daemon().factory());
        return (wait, task) -> {
            var _ = timer.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
