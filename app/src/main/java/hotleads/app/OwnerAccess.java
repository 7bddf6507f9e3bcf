package hotleads.app;

import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.database.Postgres;
import hotleads.app.database.PrepareServer;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.FolderLock;
import hotleads.app.keys.Passwords;
import hotleads.app.programs.Ports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/** The practice's database as its owner: one that others run, our own while it runs, or our own started for this. */
final class OwnerAccess implements AutoCloseable {
    private final Database database;
    private final String password;
    private final Runnable whenDone;

    private OwnerAccess(Database database, String password, Runnable whenDone) {
        this.database = database;
        this.password = password;
        this.whenDone = whenDone;
    }

    static OwnerAccess to(Optional<GivenDatabase> given, DataFolder folder, Surroundings surroundings) {
        return given.map(OwnerAccess::to)
                .orElseGet(() -> FolderLock.tryTake(folder)
                        .map(lock -> started(lock, folder, surroundings))
                        .orElseGet(() -> running(folder, surroundings)));
    }

    private static OwnerAccess to(GivenDatabase given) {
        return new OwnerAccess(given.database(), given.ownerPassword(), () -> {});
    }

    private static OwnerAccess running(DataFolder folder, Surroundings surroundings) {
        OptionalInt port = Postgres.portOfRunning(folder.postgres());
        if (port.isEmpty()) {
            throw new Refusal(
                    "Hot Leads is just starting or stopping on " + folder.root() + ". Try again in a minute.");
        }
        return new OwnerAccess(
                Database.onLoopback(port.getAsInt(), PrepareServer.DATABASE),
                new Passwords(folder.keys(), surroundings.random()).valueOf(DatabaseRole.OWNER.role()),
                () -> {});
    }

    private static OwnerAccess started(FolderLock lock, DataFolder folder, Surroundings surroundings) {
        AllInOne.stopLeftovers(folder, surroundings.console());
        EmbeddedDatabase own = AllInOne.embeddedDatabase(
                folder, folder.postgres(), new Ports(surroundings.random()).free(), surroundings);
        Thread stop = new Thread(() -> own.running().stop(), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Database database = own.start(AllInOne.await(surroundings));
        return new OwnerAccess(database, own.ownerPassword(), () -> {
            own.running().stop();
            Runtime.getRuntime().removeShutdownHook(stop);
            lock.close();
        });
    }

    Connection connect() {
        try {
            return database.connect(DatabaseRole.OWNER.role(), password);
        } catch (SQLException refused) {
            throw new Refusal("The database does not let " + DatabaseRole.OWNER.role() + " in (" + refused.getSQLState()
                    + "). Is it running, and is the password the right one?");
        }
    }

    @Override
    public void close() {
        whenDone.run();
    }
}
