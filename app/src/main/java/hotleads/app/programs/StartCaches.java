package hotleads.app.programs;

import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacked programs, each with its classes loaded and linked beforehand (the JDK's AOT cache), for all data folders:
 * half of what a start costs is finding, checking and linking the same classes again. Without one a program starts as
 * built.
 */
public final class StartCaches {
    /** The one in use and the one before it: who goes back and forth between two builds keeps both. */
    private static final int KEPT_OF_A_PROGRAM = 2;
    /** The system gives locks to processes: a second channel to a file of these would end the lock of the first. */
    private static final Map<Path, FileChannel> IN_USE = new HashMap<>();

    private final Path folder;
    private final Jvm jvm;
    private final InstantSource clock;

    /** @param folder theirs alone; what is old in it is removed */
    public StartCaches(Path folder, Jvm jvm, InstantSource clock) {
        this.folder = folder;
        this.jvm = jvm;
        this.clock = clock;
    }

    /**
     * From its cache when there is a whole one; asked at each start, for a cache may have come or gone since the last.
     */
    public Executable executable(Role role, Path jar) {
        try {
            Path place = place(role, jar);
            if (!Files.isRegularFile(classesIn(place, role)) || !isHeldForUse(place)) {
                return Executable.asBuilt(jar);
            }
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            return cached(place, role);
        } catch (IOException | UncheckedIOException unusable) {
            // It is there to save time and for nothing else.
            return Executable.asBuilt(jar);
        }
    }

    /**
     * Makes a program's cache unless it is there, or being made by another launcher.
     *
     * @return whether it was made
     * @throws IOException when it cannot be made; the next start tries again
     */
    public boolean makeIfMissing(Role role, Path jar, Map<String, String> environment)
            throws IOException, InterruptedException {
        OwnerOnly.createFolder(folder);
        Path place = place(role, jar);
        if (Files.isRegularFile(classesIn(place, role))) {
            return false;
        }
        try (FileChannel channel = open(lockOf(place));
                FileLock lock = tryLock(channel, false)) {
            if (lock == null || Files.isRegularFile(classesIn(place, role))) {
                return false;
            }
            make(role, jar, place, environment);
            removeOldOnes(role, place);
            return true;
        }
    }

    private void make(Role role, Path jar, Path place, Map<String, String> environment)
            throws IOException, InterruptedException {
        OwnerOnly.removeFolder(place);
        Rehearsal rehearsal = new Rehearsal(jvm, place.resolveSibling(place.getFileName() + ".log"));
        rehearsal.unpack(jar, place);
        Path fresh = place.resolve("classes.new");
        rehearsal.run(role, cached(place, role).jar(), fresh, environment);
        // Renamed when whole: its presence is what says that the folder can be used.
        Files.move(fresh, classesIn(place, role), StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeOldOnes(Role role, Path current) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(
                            path -> String.valueOf(path.getFileName()).startsWith(role.word() + "-"))
                    .filter(path -> Files.isDirectory(path) && !path.equals(current))
                    .sorted(Comparator.comparing(StartCaches::lastUsed).reversed())
                    .skip(KEPT_OF_A_PROGRAM - 1L)
                    .toList();
            for (Path place : old) {
                removeUnlessInUse(place);
            }
        }
    }

    /** A program reads its unpacked jars whenever it first needs a class, so they stay while it runs. */
    private static void removeUnlessInUse(Path place) throws IOException {
        synchronized (IN_USE) {
            if (IN_USE.containsKey(place)) {
                return;
            }
            try (FileChannel channel = open(lockOf(place));
                    FileLock lock = tryLock(channel, false)) {
                if (lock != null) {
                    OwnerOnly.removeFolder(place);
                }
            }
        }
    }

    /** Held until the launcher ends, as its programs use it that long. */
    private static boolean isHeldForUse(Path place) throws IOException {
        synchronized (IN_USE) {
            if (IN_USE.containsKey(place)) {
                return true;
            }
            FileChannel channel = open(lockOf(place));
            if (tryLock(channel, true) == null) {
                channel.close();
                return false;
            }
            IN_USE.put(place, channel);
            return true;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private Path place(Role role, Path jar) throws IOException {
        return folder.resolve(role.word() + "-" + Fingerprint.of(List.of(jar), List.of(jvm.name(), Jvm.version())));
    }

    private static Path lockOf(Path place) {
        return place.resolveSibling(place.getFileName() + ".lock");
    }

    private static Executable cached(Path place, Role role) {
        return new Executable(place.resolve(role.word() + ".jar"), Optional.of(classesIn(place, role)));
    }

    private static Path classesIn(Path place, Role role) {
        return place.resolve(role.word() + ".aot");
    }

    private static FileTime lastUsed(Path place) {
        try {
            return Files.getLastModifiedTime(place);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
