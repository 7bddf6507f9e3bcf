package hotleads.app;

import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.database.FillTables;
import hotleads.app.database.Schema;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.keys.AccountKeys;
import hotleads.app.keys.Passwords;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import hotleads.app.standin.StandIns;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.StoredEntry;
import hotleads.audit.stored.Rows;
import hotleads.vault.KeyFile;
import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A practice's data folder with keys, and a database of the real migrations with something in every table. */
final class BackedUpPractice {
    private final DataFolder folder;
    private final Installation programs;
    private final Surroundings surroundings;

    BackedUpPractice(Path root, Installation programs) {
        this.folder = DataFolder.open(root, Kind.PRACTICE);
        this.programs = programs;
        this.surroundings = new SomeSurroundings().with(Map.of());
    }

    /** Jars of nothing but the real migrations, or those that are wanted of them. */
    static Installation programs(Path root, Predicate<String> wanted) {
        for (Role role : List.of(Role.AUTH, Role.CORE)) {
            StandIns.writeJar(new Installation(root).jar(role), migrations(role.word(), wanted));
        }
        return new Installation(root);
    }

    private static Map<String, String> migrations(String schema, Predicate<String> wanted) {
        Path sources = Path.of(System.getProperty("hotleads.home", ".."))
                .resolve("services/%1$s/src/main/resources/db/migration/%1$s".formatted(schema));
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> wanted.test(schema + "/" + file.getFileName()))
                    .collect(Collectors.toMap(
                            file -> "BOOT-INF/classes/db/migration/" + schema + "/" + file.getFileName(),
                            BackedUpPractice::text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    interface Work {
        void with(Database database) throws SQLException;
    }

    /** Runs its database for as long as the work takes. */
    void whileItRuns(Work work) throws SQLException {
        EmbeddedDatabase own = AllInOne.embeddedDatabase(
                folder, folder.postgres(), new Ports(new SecureRandom()).free(), surroundings);
        try {
            work.with(own.start(AllInOne.await(surroundings)));
        } finally {
            own.running().stop();
        }
    }

    /** Keys, tables, and rows in all of them. */
    BackedUpPractice filled() throws SQLException {
        KeySet core = keys(Role.CORE);
        KeySet auth = keys(Role.AUTH);
        AccountKeys.createIfAbsent(folder.keys().resolve("sync.key"));
        whileItRuns(database -> {
            AllInOne.migrations(programs).run(database, password("hl_owner"));
            try (Connection superuser = database.connect("postgres", password("postgres"))) {
                inUse(superuser, "core", core);
                inUse(superuser, "auth", auth);
                List<String> filled = FillTables.with(superuser, 3);
                if (filled.size() < 80) {
                    throw new IllegalStateException("Few tables could be filled: " + filled);
                }
                chain(superuser, "core");
                chain(superuser, "auth");
                execute(superuser, "SELECT nextval('core.read_ticket') FROM generate_series(1, 4711)");
            }
        });
        return this;
    }

    private KeySet keys(Role role) {
        Path file = folder.keys().resolve(role.word() + ".key");
        KeyFile.createIfAbsent(file);
        return new KeyFile(file).read();
    }

    private static void inUse(Connection superuser, String schema, KeySet keys) throws SQLException {
        for (Purpose purpose : Purpose.values()) {
            execute(
                    superuser,
                    "INSERT INTO %s.practice_key VALUES ('%s', '%s', 'in-force', now())"
                            .formatted(schema, keys.newest(purpose), purpose.word()));
        }
    }

    /** Links for the entries that are there, in place of those the filling made up. */
    private static void chain(Connection superuser, String schema) throws SQLException {
        execute(superuser, "TRUNCATE %1$s.audit_link, %1$s.audit_anchor".formatted(schema));
        ChainHash hash = new ChainHash(schema);
        byte[] last = ChainHash.start();
        long seq = 0;
        List<StoredEntry> entries = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + Rows.ENTRY + " FROM " + schema + ".audit_entry e ORDER BY e.id")) {
            while (row.next()) {
                entries.add(Rows.entry(row, 1));
            }
        }
        for (StoredEntry entry : entries) {
            seq++;
            last = hash.next(seq, last, hash.digest(entry));
            link(superuser, schema, seq, entry.id(), last);
        }
    }

    private static void link(Connection superuser, String schema, long seq, UUID entry, byte[] hash)
            throws SQLException {
        try (PreparedStatement insert =
                superuser.prepareStatement("INSERT INTO " + schema + ".audit_link VALUES (?, ?, ?)")) {
            insert.setLong(1, seq);
            insert.setObject(2, entry);
            insert.setBytes(3, hash);
            insert.executeUpdate();
        }
    }

    String password(String role) {
        return new Passwords(folder.keys(), new SecureRandom()).valueOf(role);
    }

    /** Every row of every table as text, and how far each sequence has come. */
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        whileItRuns(database -> rows.putAll(rows(database, password(DatabaseRole.OWNER.role()))));
        return rows;
    }

    static Map<String, List<String>> rows(Database database, String ownerPassword) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection owner = database.connect("hl_owner", ownerPassword)) {
            for (String table : ask(
                    owner,
                    // Who looks at whom just now is forgotten by a crash, and by a restore.
                    "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN"
                            + " ('auth', 'core') AND table_type = 'BASE TABLE'"
                            + " AND table_name NOT IN ('flyway_schema_history', 'presence')")) {
                rows.put(table, ask(owner, "SELECT t::text FROM " + table + " t ORDER BY 1"));
            }
            rows.put(
                    "sequences",
                    ask(owner, "SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences ORDER BY 1"));
        }
        return rows;
    }

    /** The last migration of a schema. */
    String version(Schema schema) throws SQLException {
        List<String> found = new ArrayList<>();
        whileItRuns(database -> {
            try (Connection owner = database.connect("hl_owner", password("hl_owner"))) {
                found.addAll(ask(
                        owner,
                        "SELECT version FROM " + schema.word()
                                + ".flyway_schema_history ORDER BY installed_rank DESC LIMIT 1"));
            }
        });
        return found.getFirst();
    }

    static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Path root() {
        return folder.root();
    }

    DataFolder folder() {
        return folder;
    }
}
