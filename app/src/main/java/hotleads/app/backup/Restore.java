package hotleads.app.backup;

import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.Migrate;
import hotleads.app.database.Schema;
import hotleads.audit.chain.Verdict;
import hotleads.vault.KeySet;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way back from a backup that was checked: tables of its versions, its rows, the checks, then today's versions. */
public final class Restore {
    private final ReadBackup backup;
    private final Migrate migrate;
    private final Map<Schema, Trail> trails;

    /**
     * What the trail of a program is checked with.
     *
     * @param keys when they lie in a file
     * @param keyFile beside which the anchors outside the database lie
     */
    public record Trail(Optional<KeySet> keys, Path keyFile) {}

    /**
     * What the check of one trail came to.
     *
     * @param beyond the last entry after the backup that an anchor outside the database knows of; 0 when there is none
     */
    public record Checked(Schema schema, Verdict verdict, long beyond) {}

    /** What was restored. */
    public record Restored(Contents contents, List<Checked> trails) {}

    public Restore(ReadBackup backup, Migrate migrate, Map<Schema, Trail> trails) {
        this.backup = backup;
        this.migrate = migrate;
        this.trails = new EnumMap<>(trails);
    }

    /** Whether there is anything of ours in a database. */
    public static boolean isEmpty(Database database, String ownerPassword) {
        try (Connection connection = database.connect(DatabaseRole.OWNER.role(), ownerPassword)) {
            return new Catalogue(connection).tables().isEmpty();
        } catch (SQLException refused) {
            throw new Refusal(
                    "The database does not let " + DatabaseRole.OWNER.role() + " in (" + refused.getSQLState() + ").");
        }
    }

    /** Takes everything of ours out of a database; the schemas stay, which an administrator may have made. */
    public static void empty(Database database, String ownerPassword) {
        try (Connection connection = database.connect(DatabaseRole.OWNER.role(), ownerPassword);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String drop : new Catalogue(connection).drops()) {
                statement.execute(drop);
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The tables cannot be dropped (" + failed.getSQLState() + ")", failed);
        }
    }

    /** All rows come in by one transaction: they are there and were found equal, or none is. */
    public Restored into(Database database, String ownerPassword, Instant now) {
        migrate.run(database, ownerPassword, backup.header().versions());
        Restored restored;
        try (Connection connection = database.connect(DatabaseRole.OWNER.role(), ownerPassword)) {
            connection.setAutoCommit(false);
            Contents contents = backup.load(connection);
            List<Checked> checked = new ArrayList<>();
            for (Map.Entry<Schema, Trail> trail : trails.entrySet()) {
                checked.add(check(connection, trail.getKey(), trail.getValue()));
            }
            takeUp(connection, now);
            connection.commit();
            restored = new Restored(contents, checked);
        } catch (SQLException failed) {
            throw new Refusal("The rows do not fit into the tables (" + failed.getSQLState()
                    + "). Nothing was kept. Is this the build that the backup was made with, or a later one?");
        }
        migrate.run(database, ownerPassword);
        return restored;
    }

    private static Checked check(Connection connection, Schema schema, Trail trail) throws SQLException {
        CheckTrail.Found found = new CheckTrail(connection, schema).check(trail.keys(), trail.keyFile());
        return new Checked(schema, found.verdict(), found.beyond());
    }

    /** What was true when the backup was made and need not be so now. */
    private void takeUp(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Sent after the backup, perhaps: looked up before it is tried.
            statement.execute("UPDATE core.outbox SET unsure = true WHERE state = 'sending' AND NOT unsure");
            // Ended after the backup, perhaps.
            statement.execute("DELETE FROM auth.session");
            statement.execute("ANALYZE");
        }
        new RecordAct(connection).restored(backup.header().id(), now);
    }
}
