package hotleads.simulators.time;

import hotleads.simulators.storage.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The practice's own time: real time plus the duration written in a file.
 *
 * <p>The file is read again whenever it changes. Who starts the programs sets it before they run; from then on it is
 * ours to {@link #step}, and everyone else only reads it.
 */
public final class PracticeClock extends Clock {

    /** Every write makes a new file, so its key tells two writes of one moment apart. */
    private record Reading(FileTime modified, @Nullable Object key, Duration ahead) {}

    private static final Reading NO_FILE = new Reading(FileTime.fromMillis(0), null, Duration.ZERO);

    private final Clock real;
    private final @Nullable Path file;
    private volatile Reading last = NO_FILE;
    private volatile Duration steps = Duration.ZERO;

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
        throw new UnsupportedOperationException("Zones are chosen where times are written");
    }

    /**
     * Moves the practice's time on, for everyone who reads the file. Whoever sets its start only writes the file before
     * we begin, so nobody writes it at the same moment.
     */
    public synchronized void step(Duration by) {
        Duration next = ahead().plus(by);
        if (file == null) {
            steps = next;
        } else {
            StateFile.replace(file, next.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Duration ahead() {
        if (file == null) {
            return steps;
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var seen = last;
            if (attributes.lastModifiedTime().equals(seen.modified) && Objects.equals(attributes.fileKey(), seen.key)) {
                return seen.ahead;
            }
            var ahead = Duration.parse(Files.readString(file).strip());
            last = new Reading(attributes.lastModifiedTime(), attributes.fileKey(), ahead);
        } catch (NoSuchFileException absent) {
            last = NO_FILE;
        } catch (IOException | DateTimeParseException halfWritten) {
            // The owner may be writing at this very moment: the last good value holds.
            return last.ahead;
        }
        return last.ahead;
    }
}
