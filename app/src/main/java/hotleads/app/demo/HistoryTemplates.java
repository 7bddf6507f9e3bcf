package hotleads.app.demo;

import hotleads.app.folder.DataFolder;
import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Histories that were played once, kept for further demos: database, simulators' state, and the keys they were sealed
 * with. Those keys guard made-up people only; each demo makes its certificate, accounts and passwords of people itself.
 */
public final class HistoryTemplates {
    private static final String UNTIL = "until";
    private static final int KEPT = 2;

    private final Path root;

    /** @param root theirs alone */
    public HistoryTemplates(Path root) {
        this.root = root;
    }

    /**
     * Copies one into a folder that holds nothing of these yet.
     *
     * @return the moment it ends at, when there is one of this name
     */
    public Optional<Instant> copy(String name, DataFolder folder, Instant now) throws IOException {
        Path template = root.resolve(name);
        if (!Files.isDirectory(template)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(template, FileTime.from(now));
        for (Path part : parts(folder)) {
            OwnerOnly.copyFolder(template.resolve(String.valueOf(part.getFileName())), part);
        }
        return Optional.of(Instant.parse(Files.readString(template.resolve(UNTIL))));
    }

    /** Keeps what a stopped demo holds; the oldest ones go. */
    public void keep(String name, DataFolder folder, Instant until) throws IOException {
        if (Files.exists(folder.postgres().resolve("postmaster.pid"))) {
            throw new IOException("its database was not stopped in good order");
        }
        OwnerOnly.createFolder(root);
        Path fresh = Files.createTempDirectory(root, "new-");
        try {
            for (Path part : parts(folder)) {
                OwnerOnly.copyFolder(part, fresh.resolve(String.valueOf(part.getFileName())));
            }
            Files.writeString(fresh.resolve(UNTIL), until.toString());
            Path template = root.resolve(name);
            OwnerOnly.removeFolder(template);
            // Renamed when whole: a start that finds it copies it without a further look.
            Files.move(fresh, template, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            OwnerOnly.removeFolder(fresh);
        }
        removeOldOnes();
    }

    private void removeOldOnes() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            List<Path> old = all.sorted(
                            Comparator.comparing(HistoryTemplates::lastUsed).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path template : old) {
                OwnerOnly.removeFolder(template);
            }
        }
    }

    private static FileTime lastUsed(Path template) {
        try {
            return Files.getLastModifiedTime(template);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> parts(DataFolder folder) {
        return List.of(folder.postgres(), folder.keys(), folder.simulators());
    }
}
