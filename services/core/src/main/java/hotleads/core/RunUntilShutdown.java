package hotleads.core;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A job that runs on a thread of its own from start to shutdown; a failure is logged, and the job goes on after a
 * pause.
 */
public abstract class RunUntilShutdown implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RunUntilShutdown.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final AtomicBoolean running = new AtomicBoolean();
    private final String name;
    private volatile Thread thread = Thread.currentThread();

    protected RunUntilShutdown(String name) {
        this.name = name;
    }

    /** One round; it waits by itself when there is nothing to do. */
    protected abstract void round() throws InterruptedException;

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name(name).start(this::rounds);
        }
    }

    private void rounds() {
        while (running.get()) {
            try {
                round();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                // PostgreSQL may be away for hours: the job outlives that. The kind only, a message may quote data.
                log.warn(
                        "Job {} failed with {} and goes on",
                        name,
                        failure.getClass().getName());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
