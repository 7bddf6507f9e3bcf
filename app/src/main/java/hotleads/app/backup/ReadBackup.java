package hotleads.app.backup;

import hotleads.app.console.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup's file: read from end to end before anything is done with it, then put into tables. */
public final class ReadBackup {
    private static final int BUFFER = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final BackupKey key;
    private final Header header;

    private ReadBackup(Path file, BackupKey key, Header header) {
        this.file = file;
        this.key = key;
        this.header = header;
    }

    /** What a file says of itself; nothing vouches for it before the {@link #check}. */
    public static Header header(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Header.read(in, file);
        } catch (IOException unreadable) {
            throw new Refusal("The backup " + file + " cannot be read. Name a file that is there.");
        }
    }

    /** @throws Refusal when another key than this sealed it */
    public static ReadBackup of(Path file, BackupKey key) {
        Header header = header(file);
        if (!key.holds(header.sealedWith())) {
            throw new Refusal(file + " was sealed with another backup key (" + Integer.toHexString(header.sealedWith())
                    + "), by another practice or before the key was lost. Name that key with --key FILE.");
        }
        return new ReadBackup(file, key, header);
    }

    public Header header() {
        return header;
    }

    static Refusal damaged(Path file) {
        return new Refusal("The backup " + file
                + " is damaged: it was altered, or cut off, or its disk fails. Nothing was restored. Take another copy"
                + " of it, or an earlier backup.");
    }

    /**
     * Reads all of it, so that a damaged one is refused while nothing has been touched.
     *
     * @throws Refusal when a bit of it is not as it was written
     */
    public Contents check() {
        Map<String, String> digests = new HashMap<>();
        try {
            Contents contents = read((name, in) -> {
                DigestInputStream digested = new DigestInputStream(in, Copies.sha256());
                digested.transferTo(OutputStream.nullOutputStream());
                digests.put(name, digest(digested.getMessageDigest()));
            });
            Map<String, String> told =
                    contents.tables().stream().collect(Collectors.toMap(Table::entry, Table::sha256));
            if (!digests.equals(told)) {
                throw damaged(file);
            }
            return contents;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private interface Each {
        void take(String name, InputStream rows) throws IOException, SQLException;
    }

    private Contents read(Each each) throws SQLException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            Header again = Header.read(in, file);
            InputStream opened = key.opening(in, again.lines());
            ZipInputStream zip = new ZipInputStream(opened);
            Contents contents = null;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(WriteBackup.CONTENTS)) {
                    contents = JSON.readValue(zip.readAllBytes(), Contents.class);
                } else {
                    each.take(entry.getName(), zip);
                }
            }
            // The list of a ZIP's files follows them; only at the very end is it known that nothing was cut off.
            opened.transferTo(OutputStream.nullOutputStream());
            if (contents == null) {
                throw damaged(file);
            }
            return contents;
        } catch (IOException | JacksonException damaged) {
            throw damaged(file);
        }
    }

    /**
     * Puts its rows into the tables, which must be those of its versions, in the caller's transaction. Whatever a
     * migration put there itself goes.
     *
     * @param connection as the tables' owner
     * @throws Refusal when the tables do not hold afterwards what it holds
     */
    public Contents load(Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        Map<String, List<String>> tables = catalogue.tables();
        List<Catalogue.ForeignKey> foreignKeys = catalogue.foreignKeys();
        for (Catalogue.ForeignKey foreign : foreignKeys) {
            alter(connection, foreign, "DROP CONSTRAINT " + Catalogue.quotedWord(foreign.name()));
        }
        execute(
                connection,
                "TRUNCATE " + tables.keySet().stream().map(Catalogue::quoted).collect(Collectors.joining(", ")));
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Contents contents = read((name, rows) -> {
            String table = name.substring(0, name.length() - ".copy".length());
            List<String> columns = tables.get(table);
            if (columns == null) {
                throw new Refusal("The backup holds the table " + table + ", which its version does not have.");
            }
            copy.copyIn(Catalogue.copy(table, columns, " FROM STDIN"), rows, BUFFER);
        });
        for (Catalogue.ForeignKey foreign : foreignKeys) {
            alter(
                    connection,
                    foreign,
                    "ADD CONSTRAINT " + Catalogue.quotedWord(foreign.name()) + ' ' + foreign.definition());
        }
        for (Map.Entry<String, Contents.Sequence> sequence :
                contents.sequences().entrySet()) {
            try (var statement = connection.prepareStatement("SELECT setval(CAST(? AS regclass), ?, ?)")) {
                statement.setString(1, Catalogue.quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue().last());
                statement.setBoolean(3, sequence.getValue().called());
                statement.executeQuery().close();
            }
        }
        refuseUnlessEqual(connection, tables, contents);
        return contents;
    }

    /** Copied out again, each table gives what the backup holds of it, bit for bit. */
    private void refuseUnlessEqual(Connection connection, Map<String, List<String>> tables, Contents contents)
            throws SQLException {
        List<Table> held = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                held.add(Copies.out(connection, table.getKey(), table.getValue(), OutputStream.nullOutputStream()));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        Set<String> different = contents.tables().stream()
                .filter(table -> !held.contains(table))
                .map(Table::name)
                .collect(Collectors.toSet());
        if (!different.isEmpty() || held.size() != contents.tables().size()) {
            throw new Refusal("What was restored is not what the backup holds, in " + different
                    + ". It was not kept. Is this the build that the backup was made with, or a later one?");
        }
    }

    private static void alter(Connection connection, Catalogue.ForeignKey foreign, String how) throws SQLException {
        execute(connection, "ALTER TABLE " + Catalogue.quoted(foreign.table()) + ' ' + how);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
