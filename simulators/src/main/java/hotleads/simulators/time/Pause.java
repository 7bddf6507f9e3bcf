package hotleads.simulators.time;

import java.time.Duration;

/** Holds the current thread for a while, so that a slow vendor can be played. */
@FunctionalInterface
public interface Pause {

    void sleep(Duration duration) throws InterruptedException;

    /** Really waits. */
    static Pause real() {
        return Thread::sleep;
    }
}
