package hotleads.app.database;

import hotleads.app.console.Console;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.keys.Passwords;
import hotleads.app.processes.Await;
import hotleads.app.processes.KeepRunning;
import hotleads.app.processes.Later;
import hotleads.app.processes.Leftovers;
import hotleads.app.processes.LogFile;
import hotleads.app.programs.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;

/** A database of our own in a folder, with what a test asks it. */
final class SomeDatabase implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();

    private final Console console =
            new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), CLOCK);
    private final DataFolder folder;
    private final LogFile log;
    private final Passwords passwords;
    private final EmbeddedDatabase embedded;
    private final Database database;

    private SomeDatabase(DataFolder folder) {
        this.folder = folder;
        passwords = new Passwords(folder.keys(), new SecureRandom());
        log = new LogFile(folder.logs(), "postgresql");
        Postgres server = new Postgres(
                PostgresPrograms.unpackedIn(Path.of("target", "cache").toAbsolutePath()),
                folder.postgres(),
                new Ports(new SecureRandom()).free(),
                log);
        KeepRunning running =
                new KeepRunning(server, new Leftovers(folder.run()), console, CLOCK, Later.inTheBackground());
        embedded = new EmbeddedDatabase(server, running, log, passwords, console);
        database = embedded.start(await());
    }

    static SomeDatabase startedIn(Path folder) {
        return new SomeDatabase(DataFolder.open(folder, Kind.DEMO));
    }

    private Await await() {
        return new Await(CLOCK, Await.realPause(), console, Duration.ofSeconds(60));
    }

    Database database() {
        return database;
    }

    String ownerPassword() {
        return embedded.ownerPassword();
    }

    Connection connect(DatabaseRole role) throws SQLException {
        return embedded.connect(role);
    }

    void execute(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connectAsSuperuser() throws SQLException {
        return database.connect(Postgres.SUPERUSER, passwords.valueOf(Postgres.SUPERUSER));
    }

    /** A statement that none of our roles may make, such as a change of the server's settings. */
    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String askAsSuperuser(String sql) throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Where the server keeps its files. */
    Path data() {
        return folder.postgres();
    }

    String ask(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Waits until a server that died was started again. */
    void awaitReturn() {
        embedded.awaitServer(await());
    }

    long pid() {
        return embedded.running().pid().orElseThrow();
    }

    Path log() {
        return log.path();
    }

    @Override
    public void close() {
        embedded.running().stop();
    }
}
