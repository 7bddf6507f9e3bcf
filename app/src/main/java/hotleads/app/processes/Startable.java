package hotleads.app.processes;

import java.io.IOException;
import java.time.Duration;

/** A program that can be started, any number of times in a row. */
public interface Startable {
    String name();

    Process start() throws IOException;

    /** Asks it to end in good order; returns at once. */
    default void askToStop(Process process) {
        process.destroy();
    }

    /** How long it may take to end in good order before it is killed. */
    Duration patience();
}
