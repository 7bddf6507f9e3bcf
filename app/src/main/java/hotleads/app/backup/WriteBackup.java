package hotleads.app.backup;

import hotleads.app.console.Refusal;
import hotleads.app.database.Schema;
import hotleads.app.folder.Kind;
import hotleads.app.folder.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes all tables, as they are at one moment, into one sealed file, while everybody else goes on working. */
public final class WriteBackup {
    static final String CONTENTS = "contents.json";
    private static final int BUFFER = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;
    private final BackupKey key;

    /** @param connection as the owner of both schemas */
    public WriteBackup(Connection connection, BackupKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** The file is there when it is whole, and on the disk. */
    public Contents to(Path file, UUID id, Kind kind, Instant now) {
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already. Name a new file: a backup is never written over.");
        }
        Path part = besides(file);
        try {
            Contents contents = write(part, id, kind, now);
            force(part);
            // Not over one that another wrote meanwhile.
            Files.move(part, file);
            force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            return contents;
        } catch (FileAlreadyExistsException another) {
            throw new Refusal(file + " was written by another backup meanwhile. Name a new file.");
        } catch (SQLException failed) {
            throw new Refusal("The database cannot be read (" + failed.getSQLState() + "): no backup was made.");
        } catch (IOException failed) {
            throw new UncheckedIOException("The backup cannot be written to " + file, failed);
        } finally {
            remove(part);
        }
    }

    private static Path besides(Path file) {
        try {
            return OwnerOnly.createBeside(file);
        } catch (IOException failed) {
            throw new Refusal("No file can be made in " + file.toAbsolutePath().getParent()
                    + ". Make the folder, or name another file.");
        }
    }

    private Contents write(Path part, UUID id, Kind kind, Instant now) throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        Header header = header(id, kind, now);
        byte[] lines = header.lines();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
            out.write(lines);
            try (ZipOutputStream zip = new ZipOutputStream(key.sealing(out, lines))) {
                zip.setLevel(Deflater.BEST_SPEED);
                Contents contents = tables(zip);
                zip.putNextEntry(new ZipEntry(CONTENTS));
                zip.write(JSON.writeValueAsBytes(contents));
                return contents;
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private Header header(UUID id, Kind kind, Instant now) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        Map<Schema, String> versions = new EnumMap<>(Schema.class);
        Map<Schema, List<UUID>> keys = new EnumMap<>(Schema.class);
        for (Schema schema : Schema.values()) {
            versions.put(schema, catalogue.version(schema));
            keys.put(schema, catalogue.keys(schema));
        }
        UUID practice = keys.getOrDefault(Schema.CORE, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("There is nothing to keep yet: core has never started here."));
        return new Header(
                id, practice, kind, now, versions, keys, catalogue.ledger().orElse(null), key.id());
    }

    private Contents tables(ZipOutputStream zip) throws IOException, SQLException {
        Catalogue catalogue = new Catalogue(connection);
        List<Table> written = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : catalogue.tables().entrySet()) {
            zip.putNextEntry(new ZipEntry(table.getKey() + ".copy"));
            written.add(Copies.out(connection, table.getKey(), table.getValue(), zip));
            zip.closeEntry();
        }
        return new Contents(written, catalogue.sequences());
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
