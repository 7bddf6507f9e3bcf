package hotleads.app.database;

import hotleads.app.console.Console;
import hotleads.app.keys.Passwords;
import hotleads.app.processes.Await;
import hotleads.app.processes.KeepRunning;
import hotleads.app.processes.LogFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database of an installation that brings its own. */
public final class EmbeddedDatabase {
    private final Postgres server;
    private final KeepRunning running;
    private final LogFile log;
    private final Passwords passwords;
    private final Console console;

    public EmbeddedDatabase(Postgres server, KeepRunning running, LogFile log, Passwords passwords, Console console) {
        this.server = server;
        this.running = running;
        this.log = log;
        this.passwords = passwords;
        this.console = console;
    }

    /** Ready for migrate: server, roles, database and schemas, each made when it is not there. */
    public Database start(Await await) {
        server.stopLeftover(console);
        server.initialiseIfAbsent(passwords.fileOf(Postgres.SUPERUSER));
        running.start();
        awaitServer(await);
        return prepare().run(rolePasswords());
    }

    /** Until the server takes connections, at its start or after it died. */
    void awaitServer(Await await) {
        PrepareServer prepare = prepare();
        await.all(List.of(new Await.Awaited(
                running, log, () -> prepare.answers() ? Optional.empty() : Optional.of("it takes no connections"))));
    }

    private PrepareServer prepare() {
        return new PrepareServer(server, passwords.valueOf(Postgres.SUPERUSER));
    }

    private Map<DatabaseRole, String> rolePasswords() {
        Map<DatabaseRole, String> values = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            values.put(role, passwords.valueOf(role.role()));
        }
        return values;
    }

    /** Where it is once it has started. */
    public Database database() {
        return Database.onLoopback(server.port(), PrepareServer.DATABASE);
    }

    public String ownerPassword() {
        return passwords.valueOf(DatabaseRole.OWNER.role());
    }

    /** As one of our roles. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return database().connect(role.role(), passwords.valueOf(role.role()));
    }

    /** For a program's {@code …_PASSWORD_FILE}. */
    public Path passwordFile(DatabaseRole role) {
        return passwords.fileOf(role.role());
    }

    /** To stop it, last of all. */
    public KeepRunning running() {
        return running;
    }
}
