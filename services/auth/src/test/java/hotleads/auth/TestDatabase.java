package hotleads.auth;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this JVM, with the roles and rights of a real installation. */
public final class TestDatabase {
    private static final String PASSWORD = "made-up";
    /** What the server itself says. */
    public static final Path LOG = freshLog();

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    static String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres";
    }

    static String password() {
        return PASSWORD;
    }

    private static Path freshLog() {
        try {
            return Files.createTempFile("postgresql", ".log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(120))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    // Nothing here survives the run; what a killed database keeps, the system tests look at.
                    .setServerConfig("fsync", "off")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
            makeRolesAndSchema(server);
            Flyway.configure()
                    .dataSource("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "hl_owner", PASSWORD)
                    .defaultSchema("auth")
                    .locations("classpath:db/migration/auth")
                    .load()
                    .migrate();
            return server;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("PostgreSQL for the tests does not start", failed);
        }
    }

    private static void makeRolesAndSchema(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {"hl_owner", "hl_auth", "hl_core"}) {
                statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER PASSWORD '" + PASSWORD + "'");
            }
            statement.execute("CREATE SCHEMA auth AUTHORIZATION hl_owner");
        }
    }

    /** A connection that may do everything, to look at what the service wrote. */
    public static Connection asSuperuser() {
        try {
            Connection connection = SERVER.getPostgresDatabase().getConnection();
            connection.setSchema("auth");
            return connection;
        } catch (SQLException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    /** For migrating a schema of a test's own. */
    public static DataSource asOwner() {
        return SERVER.getPostgresDatabase();
    }

    /** A connection with the rights of the running program. */
    public static Connection asService() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), "hl_auth", PASSWORD);
        connection.setSchema("auth");
        return connection;
    }
}
