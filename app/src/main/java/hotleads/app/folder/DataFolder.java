package hotleads.app.folder;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything an installation on one machine keeps, under one root. */
public final class DataFolder {
    /** The layout below; a newer one is refused instead of misread. */
    private static final int FORMAT = 1;

    private static final String MARKER = "hotleads-data";

    private final Path root;
    private final boolean fresh;

    private DataFolder(Path root, boolean fresh) {
        this.root = root;
        this.fresh = fresh;
    }

    /**
     * Opens the folder, or makes it when it is absent or empty.
     *
     * @throws Refusal when it is anything but ours, of this kind and this format
     */
    public static DataFolder open(Path folder, Kind kind) {
        Path root = folder.toAbsolutePath().normalize();
        refuseUnlessFolder(root);
        boolean fresh = isAbsentOrEmpty(root);
        OwnerOnly.createFolder(root);
        refuseWithoutOwnerRights(root);
        DataFolder opened = new DataFolder(root, fresh);
        if (fresh) {
            OwnerOnly.write(root.resolve(MARKER), "format " + FORMAT + "\nkind " + kind.word() + "\n");
        } else {
            opened.refuseUnlessOurs(kind);
        }
        Stream.of(opened.keys(), opened.logs(), opened.run(), opened.tls(), opened.simulators())
                .forEach(OwnerOnly::createFolder);
        return opened;
    }

    /** What a folder of ours was made for; nothing when it is not ours. */
    public static Optional<Kind> kindOf(Path folder) {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker)
                ? Arrays.stream(Kind.values())
                        .filter(kind -> read(marker).contains("kind " + kind.word() + "\n"))
                        .findFirst()
                : Optional.empty();
    }

    private static void refuseUnlessFolder(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new Refusal(root + " is a file. Name a folder with --data DIR.");
        }
        if (Files.isDirectory(root) && !Files.isWritable(root)) {
            throw new Refusal("The folder " + root + " cannot be written to. Name another with --data DIR.");
        }
    }

    private static boolean isAbsentOrEmpty(Path root) {
        if (!Files.exists(root)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(root)) {
            return inside.findAny().isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void refuseWithoutOwnerRights(Path root) {
        try {
            if (!Files.getFileStore(root).supportsFileAttributeView("posix")) {
                throw new Refusal(
                        "The folder " + root + " lies on a file system without owner rights, so its keys would"
                                + " be open to others. Name a folder on another one with --data DIR.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void refuseUnlessOurs(Kind kind) {
        Path marker = root.resolve(MARKER);
        if (!Files.isRegularFile(marker)) {
            throw new Refusal("The folder " + root
                    + " holds other things than Hot Leads' data. Name an empty or new folder with --data DIR.");
        }
        String content = read(marker);
        if (!content.startsWith("format " + FORMAT + "\n")) {
            throw new Refusal("The data in " + root
                    + " was written by another version of Hot Leads. Start that version, or name another folder with"
                    + " --data DIR.");
        }
        if (!content.contains("kind " + kind.word() + "\n")) {
            throw new Refusal("The folder " + root + " belongs to "
                    + (kind == Kind.DEMO ? "a real practice (made by up)" : "a demo with made-up people")
                    + ". Name another with --data DIR.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether this start made it. */
    public boolean isFresh() {
        return fresh;
    }

    public Path root() {
        return root;
    }

    /** Keys and passwords made at first start. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** One log a program. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Who runs at the moment. */
    public Path run() {
        return root.resolve("run");
    }

    /** The certificate made for this machine. */
    public Path tls() {
        return root.resolve("tls");
    }

    /** PostgreSQL's own folder; it makes it itself. */
    public Path postgres() {
        return root.resolve("postgresql");
    }

    /** The simulators' state, apart from everything of ours. */
    public Path simulators() {
        return root.resolve("simulators");
    }

    /** How far practice time is ahead of real time. */
    public Path practiceClock() {
        return root.resolve("practice-clock");
    }
}
