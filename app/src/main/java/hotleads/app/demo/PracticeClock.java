package hotleads.app.demo;

import hotleads.app.folder.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            write(Duration.between(clock.instant(), start.get().atZone(zone).toInstant()));
        } else if (!Files.exists(file)) {
            write(Duration.ZERO);
        }
    }

    private void write(Duration ahead) {
        OwnerOnly.write(file, ahead.toString());
    }
}
