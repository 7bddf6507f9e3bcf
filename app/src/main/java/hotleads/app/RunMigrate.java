package hotleads.app;

import hotleads.app.folder.DataFolder;
import hotleads.app.folder.FolderLock;
import hotleads.app.folder.Kind;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Brings the database to the form the programs expect, and starts none of them. */
final class RunMigrate {
    private RunMigrate() {}

    static void run(Options options, Installation installation, Surroundings surroundings) {
        installation.refuseUnlessBuilt(EnumSet.of(Role.AUTH, Role.CORE));
        GivenSettings settings = new GivenSettings(surroundings.environment());
        Optional<GivenDatabase> given = GivenDatabase.in(settings);
        given.ifPresent(database -> database.makeRoles(settings));
        DataFolder folder = DataFolder.open(options.data(), Kind.PRACTICE);
        Plan plan = new Plan(
                installation,
                folder,
                Jvm.LASTING,
                // It makes no key files then, which up would take for the keys to move.
                surroundings.environment(),
                options.port(),
                false,
                OptionalInt.empty(),
                List.of(),
                given,
                Optional.empty());
        try (FolderLock _ = FolderLock.take(folder);
                AllInOne allInOne = new AllInOne(plan, surroundings)) {
            allInOne.migrate();
        }
    }
}
