package hotleads.app.system.disk;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import hotleads.vault.CannotOpen;
import hotleads.vault.KeyFile;
import hotleads.vault.KeySet;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a demo's database holds, as whoever has its key files too could read it: every value of every row of every
 * table, and what is sealed in it opened by whichever key opens it, without asking the programs where that key is
 * named.
 */
final class Opened {
    private static final List<String> SCHEMAS = List.of("core", "auth");
    /** Of a sealed value: a byte for the version and four that tell which key it may have been. */
    private static final int PREFIX = 5;

    private final String schema;
    private final Statement database;
    private final Map<String, List<SealingKey>> keys = new HashMap<>();

    private Opened(String schema, Statement database) {
        this.schema = schema;
        this.database = database;
    }

    /** Told of each value, as {@code schema.table.column}. */
    interface Reader {
        void value(String column, byte[] value);
    }

    /** One moment of it. */
    static void read(RunningDemo demo, Reader reader) throws SQLException {
        try (Connection owner = demo.connect(DatabaseRole.OWNER)) {
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            owner.setAutoCommit(false);
            for (String schema : SCHEMAS) {
                try (Statement database = owner.createStatement()) {
                    Opened opened = new Opened(schema, database);
                    opened.unwrapKeys(new KeyFile(demo.data().resolve("keys").resolve(schema + ".key")).read());
                    opened.readTables(reader);
                }
            }
        }
    }

    private void unwrapKeys(KeySet practice) throws SQLException {
        try (ResultSet row = database.executeQuery("SELECT id, wrapped, wrapped_by FROM " + schema + ".sealing_key")) {
            while (row.next()) {
                SealingKey key = practice.wrapping(row.getObject("wrapped_by", UUID.class))
                        .unwrap(row.getObject("id", UUID.class), row.getBytes("wrapped"));
                keys.computeIfAbsent(prefix(key.seal("", new Place("", "", ""))), first -> new ArrayList<>())
                        .add(key);
            }
        }
    }

    private static String prefix(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 0, Math.min(PREFIX, sealed.length));
    }

    private void readTables(Reader reader) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                database.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                        + "' AND table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        for (String table : tables) {
            try (ResultSet row = database.executeQuery("SELECT * FROM " + schema + "." + table)) {
                while (row.next()) {
                    readRow(table, row, reader);
                }
            }
        }
    }

    private void readRow(String table, ResultSet row, Reader reader) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> texts = new ArrayList<>();
        Map<String, byte[]> sealed = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnName(column);
            if (row.getObject(column) == null) {
                continue;
            }
            if (columns.getColumnTypeName(column).equals("bytea")) {
                sealed.put(name, row.getBytes(column));
                reader.value(schema + "." + table + "." + name, row.getBytes(column));
            } else {
                texts.add(row.getString(column));
                reader.value(
                        schema + "." + table + "." + name, row.getString(column).getBytes(StandardCharsets.UTF_8));
            }
        }
        sealed.forEach((name, value) -> opened(table, name, texts, value)
                .ifPresent(open -> reader.value(schema + "." + table + "." + name, open)));
    }

    /** A value is bound to its row, which any of the row's own values may name. */
    private Optional<byte[]> opened(String table, String column, List<String> texts, byte[] value) {
        for (SealingKey key : keys.getOrDefault(prefix(value), List.of())) {
            for (String row : texts) {
                try {
                    return Optional.of(key.open(value, new Place(table, column, row)));
                } catch (CannotOpen another) {
                    // Of another row, or another key's: the next may open it.
                }
            }
        }
        return Optional.empty();
    }
}
