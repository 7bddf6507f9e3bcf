package hotleads.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts some rows into every table of both schemas, whatever its columns are. Each id in row {@code n} of any table is
 * the same, so all foreign keys hold; words are those that a check allows.
 */
public final class FillTables {
    private static final Pattern ALLOWED = Pattern.compile("\\(\\(?(\\w+) = ANY \\(ARRAY\\['([^']+)'");

    private final Connection connection;

    private FillTables(Connection connection) {
        this.connection = connection;
    }

    private record Column(String name, String type, boolean nullable) {}

    /**
     * Fills what is empty.
     *
     * @param connection as a superuser: rows come in any order
     * @return the tables that have rows afterwards
     */
    public static List<String> with(Connection connection, int rows) throws SQLException {
        FillTables fill = new FillTables(connection);
        fill.execute("SET session_replication_role = replica");
        for (String table : fill.tables()) {
            fill.fill(table, rows);
        }
        fill.removeOrphans();
        List<String> filled = new ArrayList<>();
        for (String table : fill.tables()) {
            if (fill.ask("SELECT count(*)::text FROM " + table).getFirst().charAt(0) != '0') {
                filled.add(table);
            }
        }
        fill.execute("SET session_replication_role = origin");
        return filled;
    }

    /** Where a table could not be filled, what names its rows goes too, until nothing names what is not there. */
    private void removeOrphans() throws SQLException {
        List<String> deletes = ask("""
                SELECT format('DELETE FROM %s c WHERE c.%I IS NOT NULL AND NOT EXISTS (SELECT FROM %s p WHERE p.%I = c.%I)',
                              f.conrelid::regclass, c.attname, f.confrelid::regclass, p.attname, c.attname)
                FROM pg_constraint f
                JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = f.conkey[1]
                JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = f.confkey[1]
                WHERE f.contype = 'f' AND cardinality(f.conkey) = 1
                """);
        int removed;
        do {
            removed = 0;
            for (String delete : deletes) {
                try (Statement statement = connection.createStatement()) {
                    removed += statement.executeUpdate(delete);
                }
            }
        } while (removed > 0);
    }

    private void fill(String table, int rows) throws SQLException {
        Map<String, String> words = words(table);
        List<Column> columns = columns(table);
        for (int row = 1; row <= rows; row++) {
            int number = row;
            // Of what may be absent first all, then nothing: checks over several columns allow one or the other.
            for (boolean all : new boolean[] {true, false}) {
                List<Column> used = columns.stream()
                        .filter(column -> all || !column.nullable)
                        .toList();
                String values = used.stream()
                        .map(column -> value(column, words, number))
                        .collect(Collectors.joining(", "));
                String names = used.stream().map(Column::name).collect(Collectors.joining(", "));
                if (inserted("INSERT INTO " + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + values
                        + ") ON CONFLICT DO NOTHING")) {
                    break;
                }
            }
        }
    }

    private boolean inserted(String sql) {
        try {
            execute(sql);
            return true;
        } catch (SQLException notAllowed) {
            return false;
        }
    }

    private static String value(Column column, Map<String, String> words, int row) {
        return switch (column.type) {
            case "uuid" -> "'00000000-0000-7000-8000-00000000000" + row + "'";
            case "bytea" -> "'\\x00ff0a" + "0" + row + "'";
            case "boolean" -> row % 2 == 1 ? "true" : "false";
            case "timestamp with time zone" -> "'2026-0" + row + "-02 03:04:05.678901+00'";
            case "date" -> "'2026-0" + row + "-02'";
            case "time without time zone" -> "'0" + row + ":00'";
            case "xid8" -> "'" + row + "'";
            case "jsonb" -> "'{\"" + row + "\": [1, null]}'";
            case "text" -> "'" + words.getOrDefault(column.name, "tab\tline\nquote''" + row) + "'";
            default -> column.type.endsWith("[]") ? "'{}'" : String.valueOf(row);
        };
    }

    private List<String> tables() throws SQLException {
        return ask("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                + " WHERE table_schema IN ('auth', 'core') AND table_type = 'BASE TABLE'"
                + " AND table_name <> 'flyway_schema_history' ORDER BY 1");
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT attname, format_type(atttypid, NULL), NOT attnotnull FROM pg_attribute
                        WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                        """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return columns;
    }

    private Map<String, String> words(String table) throws SQLException {
        Map<String, String> words = new TreeMap<>();
        for (String check :
                ask("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid = '" + table
                        + "'::regclass")) {
            Matcher allowed = ALLOWED.matcher(check);
            while (allowed.find()) {
                words.putIfAbsent(allowed.group(1), allowed.group(2));
            }
        }
        return words;
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
