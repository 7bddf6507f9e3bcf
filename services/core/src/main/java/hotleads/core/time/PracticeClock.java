package hotleads.core.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The clock the practice lives by: real time plus a distance that a demo may set. Bookings, reasons and schedules
 * follow it; tokens, sessions and audit entries never do.
 */
public final class PracticeClock {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Clock real;
    private final @Nullable Path file;
    private volatile Setting setting = new Setting(Instant.MIN, FileTime.fromMillis(0), Duration.ZERO);

    /** @param file holds an ISO-8601 duration to add to real time; absent, the practice lives in real time */
    public PracticeClock(Clock real, @Nullable Path file) {
        this.real = real;
        this.file = file;
    }

    public Instant instant() {
        Instant now = real.instant();
        return now.plus(distance(now));
    }

    /** What the practice's clock showed when the real one showed this. */
    public Instant at(Instant realInstant) {
        return realInstant.plus(distance(real.instant()));
    }

    private Duration distance(Instant now) {
        if (file == null) {
            return Duration.ZERO;
        }
        Setting current = setting;
        if (now.isAfter(current.nextLook)) {
            current = read(file, now, current);
            setting = current;
        }
        return current.distance;
    }

    private static Setting read(Path file, Instant now, Setting last) {
        Instant nextLook = now.plus(LOOK_EVERY);
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            return changed.equals(last.changed)
                    ? new Setting(nextLook, changed, last.distance)
                    : new Setting(
                            nextLook,
                            changed,
                            Duration.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeParseException unreadable) {
            // A clock file caught while it is being written: the last distance holds until the next look.
            return new Setting(nextLook, last.changed, last.distance);
        }
    }

    private record Setting(Instant nextLook, FileTime changed, Duration distance) {}
}
