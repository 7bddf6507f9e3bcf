package hotleads.app.processes;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for programs that were started, until all are ready, one keeps dying, or the time is over. */
public final class Await {
    /** Dying this often at the start is not bad luck. */
    static final int TOO_OFTEN = 4;

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LOG_LINES = 12;

    /**
     * A program that is waited for.
     *
     * @param missing what it still needs, or empty when it is ready
     */
    public record Awaited(KeepRunning program, LogFile log, Supplier<Optional<String>> missing) {}

    /** Lets time pass between two looks. */
    public interface Pause {
        void take(Duration time);
    }

    private final InstantSource clock;
    private final Pause pause;
    private final Console console;
    private final Duration limit;

    public Await(InstantSource clock, Pause pause, Console console, Duration limit) {
        this.clock = clock;
        this.pause = pause;
        this.console = console;
        this.limit = limit;
    }

    /** By real time. */
    public static Pause realPause() {
        return time -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** @throws Refusal naming what is missing and the log that tells more */
    public void all(List<Awaited> programs) {
        Instant end = clock.instant().plus(limit);
        List<Awaited> waiting = new ArrayList<>(programs);
        while (!waiting.isEmpty()) {
            waiting.removeIf(this::isReady);
            waiting.forEach(Await::refuseWhenDyingAgainAndAgain);
            if (!waiting.isEmpty()) {
                refuseAfter(end, waiting);
                pause.take(BETWEEN);
            }
        }
    }

    private boolean isReady(Awaited awaited) {
        if (awaited.missing().get().isPresent()) {
            return false;
        }
        console.progress(awaited.program().name() + " is ready");
        return true;
    }

    private static void refuseWhenDyingAgainAndAgain(Awaited awaited) {
        if (awaited.program().deathsInARow() >= TOO_OFTEN) {
            throw new Refusal(awaited.program().name() + " does not start. Its last words, from "
                    + awaited.log().path() + ":\n  "
                    + String.join("\n  ", awaited.log().tail(LOG_LINES)));
        }
    }

    private void refuseAfter(Instant end, List<Awaited> waiting) {
        if (clock.instant().isAfter(end)) {
            throw new Refusal("Not ready after " + limit.toSeconds() + " s:"
                    + String.join(
                            "",
                            waiting.stream()
                                    .map(awaited -> "\n  " + awaited.program().name() + ": "
                                            + awaited.missing().get().orElse("ready now") + " (see "
                                            + awaited.log().path() + ")")
                                    .toList()));
        }
    }
}
