package hotleads.core.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clock the practice lives by: real time plus a distance that a demo may set. Bookings, reasons and schedules
 * follow it; tokens, sessions and audit entries never do.
 */
public final class PracticeClock {
    private final Clock real;
    private final @Nullable Path file;
    private volatile Setting setting = new Setting(FileTime.fromMillis(0), null, Duration.ZERO);

    /** @param file holds an ISO-8601 duration to add to real time; absent, the practice lives in real time */
    public PracticeClock(Clock real, @Nullable Path file) {
        this.real = real;
        this.file = file;
    }

    public Instant instant() {
        return real.instant().plus(distance());
    }

    /** What the practice's clock showed when the real one showed this. */
    public Instant at(Instant realInstant) {
        return realInstant.plus(distance());
    }

    /** By how much it is ahead of real time, for times of whole tables. */
    public String ahead() {
        return distance().toMillis() + " milliseconds";
    }

    /** Looked up each time: whoever moved the clock may tell us something in the very next moment. */
    private Duration distance() {
        if (file == null) {
            return Duration.ZERO;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!setting.isOf(attributes)) {
                setting = new Setting(
                        attributes.lastModifiedTime(),
                        attributes.fileKey(),
                        Duration.parse(Files.readString(file).strip()));
            }
        } catch (IOException | DateTimeParseException unreadable) {
            // A clock file caught while it is being written: the last distance holds until the next look.
            return setting.distance;
        }
        return setting.distance;
    }

    /** Every step makes a new file, so its key tells two steps of one moment apart. */
    private record Setting(FileTime changed, @Nullable Object key, Duration distance) {
        boolean isOf(BasicFileAttributes attributes) {
            return changed.equals(attributes.lastModifiedTime()) && Objects.equals(key, attributes.fileKey());
        }
    }
}
