package hotleads.simulators.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The practice's own time: real time plus the duration written in a file.
 *
 * <p>The file is read again whenever it changes, so whoever owns it can move time while we run.
 */
public final class PracticeClock extends Clock {

    private record Reading(FileTime modified, long size, Duration ahead) {}

    private static final Reading NO_FILE = new Reading(FileTime.fromMillis(0), -1, Duration.ZERO);

    private final Clock real;
    private final @Nullable Path file;
    private volatile Reading last = NO_FILE;

    public PracticeClock(Clock real, @Nullable Path file) {
        this.real = real;
        this.file = file;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PracticeClock(real.withZone(zone), file);
    }

    private Duration ahead() {
        if (file == null) {
            return Duration.ZERO;
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var seen = last;
            if (attributes.lastModifiedTime().equals(seen.modified) && attributes.size() == seen.size) {
                return seen.ahead;
            }
            var ahead = Duration.parse(Files.readString(file).strip());
            last = new Reading(attributes.lastModifiedTime(), attributes.size(), ahead);
        } catch (NoSuchFileException absent) {
            last = NO_FILE;
        } catch (IOException | DateTimeParseException halfWritten) {
            // The owner may be writing at this very moment: the last good value holds.
            return last.ahead;
        }
        return last.ahead;
    }
}
