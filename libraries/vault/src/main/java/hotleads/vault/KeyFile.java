package hotleads.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A program's keys in a local file that only its owner can read. */
public final class KeyFile implements KeyPlace {
    /** The variable that names the file. */
    public static final String VARIABLE = "HOTLEADS_KEY_FILE";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    /** Makes the file with fresh keys; an existing one is left alone. */
    public static void createIfAbsent(Path file) {
        if (!Files.exists(file)) {
            new KeyFile(file).write(KeySet.fresh());
        }
    }

    /** @throws KeyUnusable when the file is missing, readable by others, or holds no keys */
    @Override
    public KeySet read() {
        try {
            refuseOpenFile();
            return KeySet.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new KeyUnusable("The key file " + file
                    + " cannot be read. Put back the file this database was sealed with, or name it in "
                    + VARIABLE);
        } catch (GeneralSecurityException unusable) {
            // The cause is left out: it could quote the key.
            throw new KeyUnusable("The key file " + file
                    + " does not hold our keys. Put back the one this database was sealed with, or name it in "
                    + VARIABLE);
        }
    }

    private void refuseOpenFile() throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER_ONLY);
            if (!others.isEmpty()) {
                throw new KeyUnusable("The key file " + file + " is open to others. Run: chmod 600 " + file);
            }
        }
    }

    /** Written aside and then put in its place in one step: whoever reads finds the old keys or the new, whole. */
    @Override
    public void write(KeySet keys) {
        try {
            // Where a link leads to: replacing the link itself would leave the old keys where others look for them.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = Objects.requireNonNull(target.getParent(), "a file lies in a folder");
            Path fresh = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
            try {
                Files.writeString(fresh, keys.text());
                force(fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            force(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the key file " + file, failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** A folder too: without it a crash may bring the old name's file back. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String name() {
        return "the key file " + file + " (" + VARIABLE + ")";
    }
}
