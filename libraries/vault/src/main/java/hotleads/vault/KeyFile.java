package hotleads.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** A program's top keys in a local file that only its owner can read. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** Makes the file with fresh keys; an existing one is left alone. */
    public static void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(), "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, PracticeKeys.freshText());
            Files.move(fresh, file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make the key file " + file, failed);
        }
    }

    /** @throws KeyUnusable when the file is missing, readable by others, or holds no keys */
    public static PracticeKeys read(Path file) {
        try {
            refuseOpenFile(file);
            return PracticeKeys.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new KeyUnusable(
                    "The key file " + file
                            + " cannot be read. Put back the file this database was sealed with, or name it in HOTLEADS_KEY_FILE");
        } catch (GeneralSecurityException unusable) {
            // The cause is left out: it could quote the key.
            throw new KeyUnusable(
                    "The key file " + file + " does not hold our keys. Put back the one this database was sealed with");
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER_ONLY);
            if (!others.isEmpty()) {
                throw new KeyUnusable("The key file " + file + " is open to others. Run: chmod 600 " + file);
            }
        }
    }
}
