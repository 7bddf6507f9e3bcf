package hotleads.app.database;

import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the archive on the class path and shared by all data folders. */
public final class PostgresPrograms {
    private static final Map<String, List<String>> ARCHITECTURES = Map.of(
            "amd64", List.of("x86_64"),
            "x86_64", List.of("x86_64"),
            "aarch64", List.of("arm_64", "aarch64"));
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwx------");
    private static final int NAME_LENGTH = 16;
    private static final int ANY_EXECUTE = 0111;

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /** @param cache where unpacked programs are kept over starts */
    public static PostgresPrograms unpackedIn(Path cache) {
        String archive = archive();
        Path home = cache.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, cache, home);
        }
        return new PostgresPrograms(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return ARCHITECTURES.getOrDefault(System.getProperty("os.arch"), List.of()).stream()
                .map(architecture -> "/postgres-" + system + "-" + architecture + ".txz")
                .filter(name -> PostgresPrograms.class.getResource(name) != null)
                .findFirst()
                .orElseThrow(() -> new Refusal("This build holds no PostgreSQL for " + System.getProperty("os.name")
                        + " on " + System.getProperty("os.arch")
                        + ". Build on this machine with ./hotleads, or name a server in HOTLEADS_DATABASE_URL."));
    }

    private static InputStream open(String archive) {
        return new BufferedInputStream(
                Objects.requireNonNull(PostgresPrograms.class.getResourceAsStream(archive)), 1 << 16);
    }

    private static String digest(String archive) {
        try (InputStream in = open(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(String archive, Path cache, Path home) {
        OwnerOnly.createFolder(cache);
        try {
            Path fresh = Files.createTempDirectory(cache, "unpacking");
            try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
                TarArchiveEntry entry;
                while ((entry = tar.getNextEntry()) != null) {
                    write(entry, tar, fresh);
                }
            }
            publish(fresh, home);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, failed);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside of itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & ANY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            OwnerOnly.removeFolder(fresh);
        }
    }
}
