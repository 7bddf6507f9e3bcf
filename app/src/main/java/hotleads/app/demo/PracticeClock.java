package hotleads.app.demo;

import hotleads.app.folder.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The file that says how far practice time is ahead of real time; both tick alike. */
public final class PracticeClock {
    private final Path file;
    private final InstantSource clock;

    public PracticeClock(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Sets the start when one is asked for; otherwise what an earlier start set stays. */
    public void set(Optional<LocalDateTime> start, ZoneId zone) {
        if (start.isPresent()) {
            startAt(start.get().atZone(zone).toInstant());
        } else if (!Files.exists(file)) {
            write(Duration.ZERO);
        }
    }

    /** Practice time is this moment now, and ticks on. */
    public void startAt(Instant start) {
        write(Duration.between(clock.instant(), start));
    }

    private void write(Duration ahead) {
        OwnerOnly.write(file, ahead.toString());
    }
}
