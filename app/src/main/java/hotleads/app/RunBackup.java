package hotleads.app;

import hotleads.app.backup.BackupKey;
import hotleads.app.backup.Contents;
import hotleads.app.backup.RecordAct;
import hotleads.app.backup.WriteBackup;
import hotleads.app.console.Refusal;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Keeps a copy of all that a practice has stored, running or stopped, in one sealed file. */
final class RunBackup {
    private static final long MIB = 1L << 20;

    private final BackupOptions options;
    private final Surroundings surroundings;
    private final GivenSettings given;

    RunBackup(BackupOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.given = new GivenSettings(surroundings.environment());
    }

    void run() {
        Kind kind = DataFolder.kindOf(options.data()).orElse(Kind.PRACTICE);
        Optional<GivenDatabase> elsewhere = kind == Kind.PRACTICE ? GivenDatabase.in(given) : Optional.empty();
        if (elsewhere.isEmpty() && !Files.isDirectory(options.data().resolve("postgresql"))) {
            throw new Refusal("There is no practice in " + options.data()
                    + ". Name its folder with --data DIR, or its database in " + GivenDatabase.URL + ".");
        }
        DataFolder folder = DataFolder.open(options.data(), kind);
        BackupKey key = key(folder, kind);
        Contents contents;
        try (OwnerAccess access = OwnerAccess.to(elsewhere, folder, surroundings);
                Connection connection = access.connect()) {
            contents = write(connection, key, kind);
        } catch (SQLException failed) {
            throw new Refusal("The database cannot be read (" + failed.getSQLState() + "): no backup was made.");
        }
        surroundings
                .console()
                .progress(String.format(
                        "Backed up %,d rows of %d tables, %,d MiB, into %s (%,d MiB)",
                        contents.rows(),
                        contents.tables().size(),
                        contents.bytes() / MIB,
                        options.file(),
                        size(options.file()) / MIB));
        surroundings
                .console()
                .say("Keep it on another machine, and apart from the keys that open it: "
                        + "the backup key, core's, auth's and sync's, and the erasure ledger, which no backup holds.");
    }

    private BackupKey key(DataFolder folder, Kind kind) {
        if (options.key().isPresent()) {
            return BackupKey.read(options.key().get());
        }
        Path file = KeyPlaces.of(folder, kind == Kind.PRACTICE ? given.keyFile() : Optional.empty())
                .ofBackups();
        if (!Files.exists(file)) {
            BackupKey.createIfAbsent(file);
            surroundings
                    .console()
                    .say("Made the backup key " + file
                            + ". Copy it to a place apart from the backups: without it none of them opens.");
        }
        return BackupKey.read(file);
    }

    /** Recorded before it is made and after, for no transaction of ours can take it back. */
    private Contents write(Connection connection, BackupKey key, Kind kind) throws SQLException {
        UUID id = UUID.randomUUID();
        RecordAct record = new RecordAct(connection);
        record.begun(id, surroundings.clock().instant());
        Contents contents = new WriteBackup(connection, key)
                .to(options.file(), id, kind, surroundings.clock().instant());
        record.made(id, surroundings.clock().instant());
        return contents;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
