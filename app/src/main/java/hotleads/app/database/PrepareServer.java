package hotleads.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/** Makes our roles, database and schemas on a server of our own, and takes every right from everybody else. */
public final class PrepareServer {
    /** The name of our database. */
    public static final String DATABASE = "hotleads";

    private final int port;
    private final String superuserPassword;

    public PrepareServer(Postgres server, String superuserPassword) {
        this.port = server.port();
        this.superuserPassword = superuserPassword;
    }

    /** Whether the server takes connections yet. */
    public boolean answers() {
        try (Connection _ = connect("postgres")) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Safe to run at every start: what is there already stays, passwords become those in the key folder. */
    public Database run(Map<DatabaseRole, String> passwords) {
        try {
            try (Connection server = connect("postgres")) {
                for (DatabaseRole role : DatabaseRole.values()) {
                    makeRole(server, role);
                    // Hashed by the driver: the server never sees the password, so it cannot log it.
                    server.unwrap(PGConnection.class)
                            .alterUserPassword(
                                    role.role(), password(passwords, role).toCharArray(), "scram-sha-256");
                }
                makeDatabase(server);
            }
            try (Connection ours = connect(DATABASE)) {
                makeSchemas(ours);
            }
            return Database.onLoopback(port, DATABASE);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database cannot be prepared (" + failed.getSQLState() + ")", failed);
        }
    }

    private Connection connect(String database) throws SQLException {
        return Database.onLoopback(port, database).connect(Postgres.SUPERUSER, superuserPassword);
    }

    private static String password(Map<DatabaseRole, String> passwords, DatabaseRole role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("No password for " + role.role());
        }
        return password;
    }

    private static void makeRole(Connection server, DatabaseRole role) throws SQLException {
        if (!exists(server, "select 1 from pg_roles where rolname = ?", role.role())) {
            execute(
                    server,
                    "create role " + role.role()
                            + " login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls");
        }
    }

    private static void makeDatabase(Connection server) throws SQLException {
        if (!exists(server, "select 1 from pg_database where datname = ?", DATABASE)) {
            execute(server, "create database " + DATABASE);
        }
        // template1 would pass its open rights on to any further database.
        execute(server, "revoke all on database postgres, template1, " + DATABASE + " from public");
        execute(server, "grant connect on database " + DATABASE + " to hl_owner, hl_auth, hl_core");
    }

    private static void makeSchemas(Connection ours) throws SQLException {
        execute(ours, "revoke all on schema public from public");
        for (Schema schema : Schema.values()) {
            String name = schema.word();
            execute(ours, "create schema if not exists " + name + " authorization hl_owner");
            execute(ours, "revoke all on schema " + name + " from public");
            execute(
                    ours,
                    "grant usage on schema " + name + " to " + schema.runtime().role());
        }
        // Functions are open to everybody unless their owner says otherwise beforehand.
        execute(ours, "alter default privileges for role hl_owner revoke execute on functions from public");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
