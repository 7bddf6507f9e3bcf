package hotleads.app.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that nobody but their owner can read, from the moment they exist. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes beside and renames, so that a crash leaves the old content or the new, never half of it. */
    public static void write(Path file, String content) {
        try {
            Path fresh = createBeside(file);
            try {
                Files.writeString(fresh, content);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                // Gone when it was renamed; on a full disk it would stay, and a data folder with it inside is not
                // empty.
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An empty file of another name in the folder of one that is to be written. */
    public static Path createBeside(Path file) throws IOException {
        return Files.createTempFile(
                file.toAbsolutePath().getParent(),
                String.valueOf(file.getFileName()),
                ".new",
                PosixFilePermissions.asFileAttribute(FILE));
    }

    /** Copies a folder with all in it, rights included; into an existing one it adds. */
    public static void copyFolder(Path from, Path to) throws IOException {
        createFolder(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    createFolder(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Removes a folder with all in it; an absent one is fine. */
    public static void removeFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
