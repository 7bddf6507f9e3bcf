package hotleads.app.bench;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Acts that go on beside what is measured, until it is closed. */
final class Running implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean over;

    private Running() {}

    static Running of(List<Guesses> acts) {
        Running running = new Running();
        acts.forEach(
                act -> running.threads.add(Thread.ofVirtual().name("beside").start(() -> running.goOn(act))));
        return running;
    }

    private void goOn(Guesses act) {
        try (act) {
            while (!over) {
                act.once();
                done.incrementAndGet();
            }
        } catch (IOException | RuntimeException broken) {
            failure.set(broken);
        }
    }

    /** How many acts are done. */
    int done() {
        refuseWhenFailed();
        return done.get();
    }

    private void refuseWhenFailed() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new Refusal("The flood broke off: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Refusal("Stopped.");
            }
        }
        refuseWhenFailed();
    }
}
