package hotleads.app.database;

import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Brings both schemas to the form the services expect, as the role that owns them and nobody else. Programs may work
 * meanwhile: a migration that finds a table in use gives way and begins anew.
 */
public final class Migrate {
    // Held here, or the garbage collector forgets its level.
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");
    private static final String LATEST = "latest";

    /**
     * What wants a table waits behind a migration that waits for it; and shorter than until a deadlock is looked for.
     */
    private static final String LONGEST_WAIT = "SET LOCAL lock_timeout = '500ms'";

    private static final Set<String> IN_USE = Set.of("55P03", "40P01");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 300;

    private final Map<Schema, Path> jars;

    /** @param jars the service jar that carries each schema's migrations */
    public Migrate(Map<Schema, Path> jars) {
        this.jars = jars;
    }

    /** @return how many migrations were new */
    public int run(Database database, String ownerPassword) {
        return run(database, ownerPassword, Map.of());
    }

    /** The migrations there are, by schema: {@code 7} for {@code V7__keys.sql}. */
    public Map<Schema, Set<String>> versions() {
        Map<Schema, Set<String>> versions = new EnumMap<>(Schema.class);
        jars.forEach((schema, jar) -> versions.put(schema, JarMigrations.versions(jar, schema)));
        return versions;
    }

    /**
     * The same, no further than to some version of each schema.
     *
     * @return how many migrations were new
     */
    public int run(Database database, String ownerPassword, Map<Schema, String> upTo) {
        FLYWAY_LOG.setLevel(Level.OFF);
        makeMissingSchemas(database, ownerPassword);
        return jars.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(entry -> migrate(
                        entry.getKey(),
                        entry.getValue(),
                        database,
                        ownerPassword,
                        upTo.getOrDefault(entry.getKey(), LATEST)))
                .sum();
    }

    /** On a server of our own they are there already; on a given one its owner role makes them here. */
    private static void makeMissingSchemas(Database database, String ownerPassword) {
        try (Connection connection = database.connect(DatabaseRole.OWNER.role(), ownerPassword);
                Statement statement = connection.createStatement()) {
            for (Schema schema : Schema.values()) {
                if (connection.getMetaData().getSchemas(null, schema.word()).next()) {
                    continue;
                }
                statement.execute("create schema " + schema.word());
                statement.execute("grant usage on schema " + schema.word() + " to "
                        + schema.runtime().role());
            }
        } catch (SQLException refused) {
            throw new Refusal("The database does not let " + DatabaseRole.OWNER.role() + " in or make its schemas ("
                    + refused.getSQLState()
                    + "). It needs the roles hl_owner, hl_auth and hl_core, and for hl_owner the"
                    + " right to create schemas.");
        }
    }

    private static int migrate(Schema schema, Path jar, Database database, String ownerPassword, String upTo) {
        Path folder = temporaryFolder();
        try {
            JarMigrations.extract(jar, schema, folder);
            return migrate(Flyway.configure()
                    .dataSource(database.url(), DatabaseRole.OWNER.role(), ownerPassword)
                    .schemas(schema.word())
                    .defaultSchema(schema.word())
                    .createSchemas(false)
                    .target(upTo)
                    .locations("filesystem:" + folder)
                    .callbacks(new BeforeEach())
                    .load());
        } catch (FlywayException failed) {
            throw new IllegalStateException(
                    "The schema " + schema.word() + " cannot be migrated: " + failed.getMessage(), failed);
        } finally {
            remove(folder);
        }
    }

    private static int migrate(Flyway flyway) {
        int before = flyway.info().applied().length;
        for (int left = MOST_TRIES; ; left--) {
            try {
                flyway.migrate();
                return flyway.info().applied().length - before;
            } catch (FlywayException failed) {
                if (left == 1 || !isInUse(failed)) {
                    throw failed;
                }
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Refusal("Stopped.");
            }
        }
    }

    private static boolean isInUse(FlywayException failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException refused && IN_USE.contains(refused.getSQLState()));
    }

    /**
     * A table with a check that is put off to the end cannot be altered any more; so within a migration each row is
     * checked as it is written.
     */
    private static final class BeforeEach extends BaseCallback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
                statement.execute(LONGEST_WAIT);
            } catch (SQLException failed) {
                throw new FlywayException("A migration could not be begun", failed);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hotleads-migrations");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path folder) {
        try {
            OwnerOnly.removeFolder(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
