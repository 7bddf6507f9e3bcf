package hotleads.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/**
 * One PostgreSQL for all tests of this JVM, with the roles and rights of the real one; every user gets a database of
 * its own.
 */
final class SomeDatabase {
    /** What the server itself says. */
    static final Path LOG = freshLog();

    private static final EmbeddedPostgres SERVER = start();
    private static final SomeDatabase MIGRATED = migrated();
    private static int made;

    private final String name;

    private SomeDatabase(String name) {
        this.name = name;
    }

    static synchronized SomeDatabase fresh() {
        return copyOf(MIGRATED.name);
    }

    /** As it is now, such as a backup would have it; nobody may be connected to it meanwhile. */
    SomeDatabase copy() {
        return copyOf(name);
    }

    private static synchronized SomeDatabase copyOf(String template) {
        SomeDatabase database = new SomeDatabase("core" + ++made);
        asSuperuser("postgres", "CREATE DATABASE " + database.name + " TEMPLATE " + template + " OWNER hl_owner");
        return database;
    }

    /** Copied for each user: a copy takes a tenth of what the migrations take. */
    private static SomeDatabase migrated() {
        SomeDatabase template = empty("migrated");
        template.migrateTo("latest");
        return template;
    }

    /** One without tables yet, for whoever asks what a migration does to what was there. */
    static SomeDatabase empty(String name) {
        SomeDatabase database = new SomeDatabase(name);
        asSuperuser("postgres", "CREATE DATABASE " + name + " OWNER hl_owner");
        asSuperuser(name, "CREATE SCHEMA core AUTHORIZATION hl_owner");
        return database;
    }

    void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url(), "hl_owner", "owner")
                .defaultSchema("core")
                .locations("classpath:db/migration/core")
                .target(version)
                .load()
                .migrate();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name;
    }

    void execute(String sql) {
        asSuperuser(name, sql);
    }

    Connection connect() {
        try {
            return SERVER.getDatabase("postgres", name).getConnection();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
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
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    // Nothing here survives the run; what a killed database keeps, the system tests look at.
                    .setServerConfig("fsync", "off")
                    .start();
            for (String role : new String[] {"owner", "auth", "core"}) {
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(
                            "CREATE ROLE hl_" + role + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '" + role + "'");
                }
            }
            return server;
        } catch (IOException | SQLException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private static void asSuperuser(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
