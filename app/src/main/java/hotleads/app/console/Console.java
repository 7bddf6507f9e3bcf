package hotleads.app.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Plain lines for a terminal or a log, the progress ones with the seconds since the start. */
public final class Console {
    private final PrintStream out;
    private final InstantSource clock;
    private final Instant started;

    public Console(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.started = clock.instant();
    }

    public void progress(String line) {
        long seconds = Duration.between(started, clock.instant()).toSeconds();
        say(String.format("[%3d s] %s", seconds, line));
    }

    /** A line, or several at once that no other line may come between. */
    public void say(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
