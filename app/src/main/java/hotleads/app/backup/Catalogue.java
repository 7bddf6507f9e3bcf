package hotleads.app.backup;

import hotleads.app.database.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What there is in our two schemas, as PostgreSQL's catalogue tells it. */
final class Catalogue {
    /** The migrations' own list is not copied: the tables are made by the same migrations, which write it anew. */
    private static final String OURS = " AND n.nspname IN ('auth', 'core') AND c.relname <> 'flyway_schema_history'";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** All tables that outlast a crash, each with its columns. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        ask(
                """
                SELECT n.nspname || '.' || c.relname, a.attname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                WHERE c.relkind = 'r' AND c.relpersistence = 'p'
                """ + OURS + " ORDER BY 1, a.attnum",
                row -> tables.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                        .add(row.getString(2)));
        return tables;
    }

    /** After the rows: what was numbered meanwhile is then below, as is all that was copied. */
    Map<String, Contents.Sequence> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        ask("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'S'
                """ + OURS, row -> names.add(row.getString(1)));
        Map<String, Contents.Sequence> sequences = new TreeMap<>();
        for (String name : names) {
            ask(
                    "SELECT last_value, is_called FROM " + quoted(name),
                    row -> sequences.put(name, new Contents.Sequence(row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** What removes everything, the migrations' own list too. */
    List<String> drops() throws SQLException {
        List<String> drops = new ArrayList<>();
        ask("""
                SELECT format('DROP %s IF EXISTS %I.%I CASCADE',
                              CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
                              n.nspname, c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'v', 'S') AND n.nspname IN ('auth', 'core')
                ORDER BY c.relkind = 'S', c.relkind = 'r'
                """, row -> drops.add(row.getString(1)));
        return drops;
    }

    /** A foreign key, and how it is made again. */
    record ForeignKey(String table, String name, String definition) {}

    List<ForeignKey> foreignKeys() throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        ask("""
                SELECT n.nspname || '.' || c.relname, f.conname, pg_get_constraintdef(f.oid)
                FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE f.contype = 'f'
                """ + OURS, row -> keys.add(new ForeignKey(row.getString(1), row.getString(2), row.getString(3))));
        return keys;
    }

    /** The last migration of a schema. */
    String version(Schema schema) throws SQLException {
        List<String> version = new ArrayList<>();
        ask(
                "SELECT version FROM " + schema.word() + ".flyway_schema_history WHERE success AND version IS NOT NULL"
                        + " ORDER BY string_to_array(version, '.')::int[] DESC LIMIT 1",
                row -> version.add(row.getString(1)));
        return version.getFirst();
    }

    /** The keys a program's database knows, the oldest first. */
    List<UUID> keys(Schema schema) throws SQLException {
        List<UUID> keys = new ArrayList<>();
        ask(
                "SELECT id FROM " + schema.word() + ".practice_key ORDER BY purpose <> 'practice', since, id",
                row -> keys.add(row.getObject(1, UUID.class)));
        return keys;
    }

    /** The erasure ledger this database knows. */
    Optional<UUID> ledger() throws SQLException {
        List<UUID> found = new ArrayList<>();
        if (tables().containsKey("core.erasure_ledger")) {
            ask("SELECT id FROM core.erasure_ledger", row -> found.add(row.getObject(1, UUID.class)));
        }
        return found.stream().findFirst();
    }

    interface Each {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(String sql, Each each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.take(rows);
            }
        }
    }

    /** A name with its schema, safe in a statement whatever it holds. */
    static String quoted(String name) {
        return Arrays.stream(name.split("\\.", 2)).map(Catalogue::quotedWord).collect(Collectors.joining("."));
    }

    static String quotedWord(String word) {
        return '"' + word.replace("\"", "\"\"") + '"';
    }

    static String copy(String table, List<String> columns, String direction) {
        return "COPY " + quoted(table)
                + columns.stream().map(Catalogue::quotedWord).collect(Collectors.joining(", ", " (", ")"))
                + direction.toUpperCase(Locale.ROOT) + " WITH (FORMAT binary)";
    }
}
