package hotleads.app;

import hotleads.app.bench.BothVersions;
import hotleads.app.bench.Figure;
import hotleads.app.bench.UnderTest;
import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.demo.DemoAccounts;
import hotleads.app.demo.Greeting;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * An earlier version and this one on one database at once, as while a deployment rolls on: first the earlier one, then
 * the migrations of this one beneath it, then both.
 */
final class RunUpgrade {
    /** The last commit before one that brought a migration: the version a database of today's was made by. */
    private static final String BEFORE_THE_NEWEST_MIGRATION =
            "git rev-parse --short=12 \"$(git log -1 --format=%H -- 'services/*/src/main/resources/db/migration/*')^\"";

    private final Optional<String> from;
    private final Installation today;
    private final Surroundings surroundings;
    private final Ports ports;
    private final Path folder;

    /**
     * @param from a tag or commit; without one, the version before the newest migration
     * @param folder for everything it makes, which goes afterwards
     */
    RunUpgrade(Optional<String> from, Installation today, Surroundings surroundings, Path folder) {
        this.from = from;
        this.today = today;
        this.surroundings = surroundings;
        this.ports = new Ports(surroundings.random());
        this.folder = folder;
    }

    /** @param underTest how running programs are addressed */
    List<Figure> take(BiFunction<AllInOne, DataFolder, UnderTest> underTest, Path ledger) {
        String version = from.orElseGet(this::beforeTheNewestMigration);
        Installation earlier = build(version);
        DataFolder files = DataFolder.open(folder.resolve("database"), Kind.DEMO);
        EmbeddedDatabase own = AllInOne.embeddedDatabase(files, files.postgres(), ports.free(), surroundings);
        try {
            Database database = own.start(AllInOne.await(surroundings));
            return take(version, earlier, own, database, underTest, ledger);
        } finally {
            own.running().stop();
        }
    }

    private List<Figure> take(
            String version,
            Installation earlier,
            EmbeddedDatabase own,
            Database database,
            BiFunction<AllInOne, DataFolder, UnderTest> underTest,
            Path ledger) {
        GivenDatabase given = new GivenDatabase(database, own.ownerPassword());
        Map<String, String> settings = new TreeMap<>(Map.of(
                GivenDatabase.URL,
                database.url(),
                "HOTLEADS_DATABASE_AUTH_PASSWORD_FILE",
                own.passwordFile(DatabaseRole.AUTH).toString(),
                "HOTLEADS_DATABASE_CORE_PASSWORD_FILE",
                own.passwordFile(DatabaseRole.CORE).toString()));
        int simulators = ports.free();
        StartDemo first = demo("earlier", simulators, earlier);
        DataFolder firstFolder = first.openFolder();
        AllInOne before = first.prepareOn(given, firstFolder, settings, true);
        try {
            before.start();
            Greeting greeting = first.welcomeFirst(before, firstFolder);
            StartDemo second = demo("later", simulators, today);
            DataFolder secondFolder = second.openFolder();
            beside(firstFolder, secondFolder);
            AllInOne after = second.prepareOn(given, secondFolder, settings, false);
            try {
                return new BothVersions(
                                underTest.apply(before, firstFolder),
                                greeting.simulators(),
                                DemoAccounts.ALL.getFirst().email(),
                                greeting.password(),
                                () -> database.connect(DatabaseRole.OWNER.role(), own.ownerPassword()),
                                surroundings.console())
                        .take(
                                () -> AllInOne.migrations(today).run(database, own.ownerPassword()),
                                () -> {
                                    after.start();
                                    return underTest.apply(after, secondFolder);
                                },
                                version,
                                ledger);
            } finally {
                after.close();
            }
        } finally {
            before.close();
        }
    }

    private StartDemo demo(String name, int simulators, Installation programs) {
        return new StartDemo(
                Options.parse(
                        List.of(
                                "demo",
                                "--port",
                                String.valueOf(ports.free()),
                                "--simulators-port",
                                String.valueOf(simulators),
                                // Who is an administrator does not hang on what is booked, and that is not looked up
                                // here.
                                "--no-demo-data",
                                "--data",
                                folder.resolve(name).toString()),
                        folder),
                programs,
                surroundings);
    }

    /** One practice: the same keys, the same clock, the same world outside. */
    private static void beside(DataFolder first, DataFolder second) {
        try {
            OwnerOnly.copyFolder(first.keys(), second.keys());
            Files.copy(first.practiceClock(), second.practiceClock());
            String google = "google-service-account.json";
            Files.copy(first.simulators().resolve(google), second.simulators().resolve(google));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String beforeTheNewestMigration() {
        try {
            Process git = process(BEFORE_THE_NEWEST_MIGRATION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (ended(git) != 0) {
                throw new Refusal(
                        "git knows no version here from before the newest migration: git fetch --unshallow, or"
                                + " name a tag or commit with --from.");
            }
            return commit;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its sources, taken out of git and built once. */
    private Installation build(String version) {
        Path sources = today.root().resolve("target/hotleads/version-" + version);
        Path stamp = sources.resolve("built");
        if (!Files.exists(stamp)) {
            surroundings.console().progress("Building " + version + " in " + sources + ", which takes minutes");
            try {
                OwnerOnly.removeFolder(sources);
                Files.createDirectories(sources);
                run(today.root(), "git archive --format=tar '" + version + "' | tar -x -C '" + sources + "'");
                if (!Files.exists(sources.resolve("mvnw"))) {
                    throw new Refusal("git has no version " + version
                            + " here: git fetch --tags --unshallow, or name another tag or commit with --from.");
                }
                run(sources, "./mvnw -B -q -Dquick -DskipTests package");
                // Nobody looks at them here.
                OwnerOnly.copyFolder(today.frontend(), sources.resolve("frontend/dist"));
                // The world outside is today's for both.
                Files.copy(
                        today.jar(Role.SIMULATORS),
                        new Installation(sources).jar(Role.SIMULATORS),
                        StandardCopyOption.REPLACE_EXISTING);
                Files.createFile(stamp);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return new Installation(sources);
    }

    private void run(Path where, String command) throws IOException {
        Process process = process(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(today.root()
                        .resolve("target/hotleads/bench-upgrade.log")
                        .toFile())
                .start();
        if (ended(process) != 0) {
            throw new Refusal(command + " failed; target/hotleads/bench-upgrade.log says why.");
        }
    }

    private ProcessBuilder process(String command) {
        return new ProcessBuilder("sh", "-c", command).directory(today.root().toFile());
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }
}
