package hotleads.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Makes our roles on a server that others run, with the rights of its administrator, who need be no superuser. Safe to
 * run again: roles stay, and passwords become those that are given.
 */
public final class MakeRoles {
    private final Database database;

    public MakeRoles(Database database) {
        this.database = database;
    }

    public void run(String admin, String adminPassword, Map<DatabaseRole, String> passwords) {
        try (Connection connection = database.connect(admin, adminPassword)) {
            for (Map.Entry<DatabaseRole, String> password : passwords.entrySet()) {
                String role = password.getKey().role();
                if (!exists(connection, role)) {
                    execute(connection, "create role " + role + " login noinherit nocreatedb nocreaterole");
                }
                // Hashed by the driver: the server never sees the password, so it cannot log it.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role, password.getValue().toCharArray(), "scram-sha-256");
            }
            grant(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The roles cannot be made (" + failed.getSQLState() + ")", failed);
        }
    }

    private static void grant(Connection connection) throws SQLException {
        String name = connection.getCatalog();
        execute(connection, "revoke all on database " + name + " from public");
        execute(connection, "revoke all on schema public from public");
        execute(connection, "grant connect on database " + name + " to hl_owner, hl_auth, hl_core");
        execute(connection, "grant create on database " + name + " to hl_owner");
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            select.setString(1, role);
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
