package hotleads.app.folder;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Room on the disk: a database that runs out of it stops in the middle of its work. */
public final class DiskSpace {
    /** Enough for the programs of PostgreSQL, a fresh database and a day of logs. */
    static final long NEEDED = 1L << 30;

    private static final long MIB = 1L << 20;

    private DiskSpace() {}

    /**
     * Looks before anything is made: on a full disk a start would break off half way.
     *
     * @throws Refusal when less is free than a start needs
     */
    public static void refuseWhenShort(Path folder) {
        try {
            refuseWhenShort(folder, Files.getFileStore(nearestExisting(folder)).getUsableSpace());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path nearestExisting(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent(), "a root exists");
        }
        return existing;
    }

    static void refuseWhenShort(Path folder, long free) {
        if (free < NEEDED) {
            throw new Refusal("The disk of " + folder + " is nearly full: " + free / MIB + " MiB are free, "
                    + NEEDED / MIB + " MiB are needed. Make room, or name a folder on another disk with --data DIR.");
        }
    }
}
