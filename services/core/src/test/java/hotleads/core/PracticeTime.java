package hotleads.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The practice's clock of a core, moved by hand; tokens and the trail go on in real time. */
final class PracticeTime {
    private final Path file;
    private Duration ahead = Duration.ZERO;

    private PracticeTime(Path file) {
        this.file = file;
    }

    /** Call it before the core starts. */
    static PracticeTime of(SomeCore core) {
        try {
            PracticeTime time =
                    new PracticeTime(Files.createTempDirectory("practice").resolve("clock"));
            core.settings.put("HOTLEADS_PRACTICE_CLOCK_FILE", time.file.toString());
            time.advance(Duration.ZERO);
            return time;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    Instant now() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    void advance(Duration howFar) {
        ahead = ahead.plus(howFar);
        try {
            Path next = Files.writeString(file.resolveSibling("next"), ahead.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /** To the same moment as there: a day and time of the week that a test is about. */
    void moveTo(Instant moment) {
        advance(Duration.between(now(), moment));
    }
}
