package hotleads.app;

import hotleads.app.backup.BackupKey;
import hotleads.app.backup.Contents;
import hotleads.app.backup.Header;
import hotleads.app.backup.ReadBackup;
import hotleads.app.backup.Restore;
import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.database.Migrate;
import hotleads.app.database.Schema;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.FolderLock;
import hotleads.app.folder.Kind;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import hotleads.vault.KeyFile;
import hotleads.vault.KeySet;
import hotleads.vault.KeyUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a backup into an empty place. Everything that could be wrong is looked at first; a database of our own is made
 * beside the old one and takes its place when it is whole.
 */
final class RunRestore {
    private static final String KMS_KEY = "HOTLEADS_KMS_KEY_ARN";
    private static final Map<Schema, Role> PROGRAMS = Map.of(Schema.AUTH, Role.AUTH, Schema.CORE, Role.CORE);

    private final BackupOptions options;
    private final Installation installation;
    private final Surroundings surroundings;
    private final GivenSettings given;
    private final Migrate migrate;
    private final Instant began;

    RunRestore(BackupOptions options, Installation installation, Surroundings surroundings) {
        this.options = options;
        this.installation = installation;
        this.surroundings = surroundings;
        this.given = new GivenSettings(surroundings.environment());
        this.migrate = AllInOne.migrations(installation);
        this.began = surroundings.clock().instant();
    }

    void run() {
        installation.refuseUnlessBuilt(EnumSet.of(Role.AUTH, Role.CORE));
        Header told = ReadBackup.header(options.file());
        RestoredKeys keys = new RestoredKeys(
                new KeyPlaces(
                        options.data().resolve("keys"),
                        told.kind() == Kind.PRACTICE ? given.keyFile() : Optional.empty()),
                options.keys());
        ReadBackup backup =
                ReadBackup.of(options.file(), BackupKey.read(options.key().orElseGet(keys::backupKey)));
        surroundings.console().progress("Reading the backup of " + told.made());
        Contents contents = backup.check();
        Header header = backup.header();
        refuseOtherVersions(header);
        Map<Schema, Restore.Trail> trails = trails(header, keys);
        keys.refuseLedgerOfAnother(header, options.ledger(), given);
        Optional<GivenDatabase> elsewhere = header.kind() == Kind.PRACTICE ? GivenDatabase.in(given) : Optional.empty();
        refuseUnlessEmpty(elsewhere);
        surroundings
                .console()
                .progress(String.format(
                        "It is whole: %,d rows of %d tables",
                        contents.rows(), contents.tables().size()));

        DataFolder folder = DataFolder.open(options.data(), header.kind());
        try (FolderLock _ = FolderLock.take(folder)) {
            Restore restore = new Restore(backup, migrate, trails);
            Restore.Restored restored =
                    elsewhere.isPresent() ? into(elsewhere.get(), restore) : intoOwn(folder, restore);
            keys.putInPlace(options.ledger(), given);
            say(header, restored, keys);
        }
    }

    private void refuseOtherVersions(Header header) {
        Map<Schema, Set<String>> known = migrate.versions();
        header.versions().forEach((schema, version) -> {
            if (!known.getOrDefault(schema, Set.of()).contains(version)) {
                throw new Refusal("The backup was made by a later version of Hot Leads: its schema " + schema.word()
                        + " is at " + version
                        + ", which this one does not know. Restore it with that version or a later"
                        + " one. Nothing was touched.");
            }
        });
    }

    /** Keys that do not open what the backup holds are refused here: the programs would not start on it. */
    private Map<Schema, Restore.Trail> trails(Header header, RestoredKeys keys) {
        Map<Schema, Restore.Trail> trails = new EnumMap<>(Schema.class);
        for (Map.Entry<Schema, Role> program : PROGRAMS.entrySet()) {
            Path file = keys.fileOf(program.getValue());
            Optional<KeySet> set = given.has(KMS_KEY) && header.kind() == Kind.PRACTICE
                    ? Optional.empty()
                    : Optional.of(
                            read(file, program.getValue(), header.keys().getOrDefault(program.getKey(), List.of())));
            trails.put(program.getKey(), new Restore.Trail(set, file));
        }
        return trails;
    }

    private static KeySet read(Path file, Role program, List<UUID> needed) {
        try {
            KeySet set = new KeyFile(file).read();
            needed.stream().filter(id -> !set.holds(id)).findFirst().ifPresent(missing -> {
                throw new Refusal("The backup needs " + program.word() + "'s key " + missing + ", and " + file
                        + " does not hold it: it is another practice's, or a copy from before a rotation. Name the"
                        + " folder with the right copies with --keys DIR. Nothing was touched.");
            });
            return set;
        } catch (KeyUnusable unusable) {
            throw new Refusal(unusable.getMessage() + ". Name the folder with the copies of the keys with --keys DIR."
                    + " Nothing was touched.");
        }
    }

    private void refuseUnlessEmpty(Optional<GivenDatabase> elsewhere) {
        if (options.replace()) {
            return;
        }
        boolean empty = elsewhere
                .map(there -> Restore.isEmpty(there.database(), there.ownerPassword()))
                .orElseGet(() -> !Files.exists(options.data().resolve("postgresql")));
        if (!empty) {
            throw new Refusal((elsewhere.isPresent() ? "The database named in " + GivenDatabase.URL : options.data())
                    + " holds a practice already. Restore into an empty place, or say --replace"
                    + (elsewhere.isPresent()
                            ? ", which removes what is there."
                            : ", which puts the database that is there aside.")
                    + " Nothing was touched.");
        }
    }

    private Restore.Restored into(GivenDatabase there, Restore restore) {
        given.get("HOTLEADS_DATABASE_ADMIN").ifPresent(_ -> there.makeRoles(given));
        if (!Restore.isEmpty(there.database(), there.ownerPassword())) {
            Restore.empty(there.database(), there.ownerPassword());
        }
        try {
            return restore.into(
                    there.database(),
                    there.ownerPassword(),
                    surroundings.clock().instant());
        } catch (RuntimeException failed) {
            // Tables without rows would look like a new practice.
            Restore.empty(there.database(), there.ownerPassword());
            throw failed;
        }
    }

    private Restore.Restored intoOwn(DataFolder folder, Restore restore) {
        AllInOne.stopLeftovers(folder, surroundings.console());
        Path fresh = folder.postgres().resolveSibling("postgresql.restoring");
        remove(fresh);
        EmbeddedDatabase own =
                AllInOne.embeddedDatabase(folder, fresh, new Ports(surroundings.random()).free(), surroundings);
        Thread stop = new Thread(() -> own.running().stop(), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Restore.Restored restored;
        try {
            Database database = own.start(AllInOne.await(surroundings));
            restored = restore.into(
                    database, own.ownerPassword(), surroundings.clock().instant());
        } finally {
            own.running().stop();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        takePlace(fresh, folder.postgres());
        return restored;
    }

    private void takePlace(Path fresh, Path place) {
        try {
            if (Files.exists(place)) {
                Path aside = place.resolveSibling("postgresql.before-restore-" + began.getEpochSecond());
                Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
                surroundings
                        .console()
                        .say("The database that was there lies in " + aside
                                + ". Remove it when nobody needs it any more.");
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The restored database cannot take its place", failed);
        }
    }

    private static void remove(Path folder) {
        try {
            OwnerOnly.removeFolder(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void say(Header header, Restore.Restored restored, RestoredKeys keys) {
        surroundings
                .console()
                .progress(String.format(
                        "Restored %,d rows of %d tables, as they were at %s, in %d s: each table equal, bit for bit",
                        restored.contents().rows(),
                        restored.contents().tables().size(),
                        header.made(),
                        Duration.between(began, surroundings.clock().instant()).toSeconds()));
        restored.trails().forEach(checked -> {
            surroundings.console().say("The trail of " + VerifyExport.sentence(checked.verdict()));
            if (checked.beyond() > checked.verdict().upTo()) {
                Path aside = keys.setAnchorsAside(Objects.requireNonNull(PROGRAMS.get(checked.schema())), began);
                surroundings
                        .console()
                        .say(String.format(
                                "Entries %,d to %,d of it came after the backup and are lost; the anchors that tell of them lie in %s",
                                checked.verdict().upTo() + 1, checked.beyond(), aside));
            }
        });
        surroundings
                .console()
                .say("Everybody is signed out. What was about to leave is looked up at the providers"
                        + " before it is sent, and the first start compares with them what changed since.");
        keys.missingLedger(header, given)
                .ifPresent(place -> surroundings
                        .console()
                        .say("Before the first start put the newest erasure ledger at " + place
                                + ", or those who were erased since would be back: core does not start without it."));
    }
}
