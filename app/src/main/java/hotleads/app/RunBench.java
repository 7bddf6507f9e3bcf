package hotleads.app;

import hotleads.app.accounts.NewAccount;
import hotleads.app.accounts.PinnedCertificate;
import hotleads.app.bench.Benchmark;
import hotleads.app.bench.CardBenchmark;
import hotleads.app.bench.EmptyDemo;
import hotleads.app.bench.Figure;
import hotleads.app.bench.FuzzBenchmark;
import hotleads.app.bench.IngestBenchmark;
import hotleads.app.bench.KillBenchmark;
import hotleads.app.bench.KillSubject;
import hotleads.app.bench.MadeUpAcuity;
import hotleads.app.bench.ReadBenchmark;
import hotleads.app.bench.Report;
import hotleads.app.bench.RestoreBenchmark;
import hotleads.app.bench.SignInBenchmark;
import hotleads.app.bench.StartBenchmark;
import hotleads.app.bench.SyncBenchmark;
import hotleads.app.bench.UnderTest;
import hotleads.app.bench.Victim;
import hotleads.app.database.DatabaseRole;
import hotleads.app.demo.DemoAccounts;
import hotleads.app.demo.Greeting;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.FolderLock;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.keys.TlsCertificate;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes figures of the built programs, in folders of its own that are gone afterwards. */
final class RunBench {
    private static final int ROUNDS = 5;
    private static final int FEW_PEOPLE = 10_000;
    private static final long NO_PROCESS = -1;
    private static final String HOOK_KEY = "bench-acuity-key";

    private final Options options;
    private final Installation installation;
    private final Surroundings surroundings;
    private final Ports ports;

    RunBench(Options options, Installation installation, Surroundings surroundings) {
        this.options = options;
        this.installation = installation;
        // What the person has set for a practice of theirs is none of a benchmark's business.
        this.surroundings = surroundings.with(Map.of("HOTLEADS_ACUITY_API_KEY", HOOK_KEY));
        this.ports = new Ports(surroundings.random());
    }

    void run() {
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : options.benchmarks()) {
            surroundings.console().progress("Taking the figures of " + benchmark.word());
            figures.addAll(
                    switch (benchmark) {
                        case INGEST -> ingest();
                        case READ -> read();
                        case SYNC -> sync();
                        case SIGNIN -> signIn();
                        case START -> start();
                        case KILL -> kill();
                        case FUZZ -> fuzz();
                        case UPGRADE -> upgrade();
                        case RESTORE -> restore();
                        case CARD -> CardBenchmark.take(options.data());
                    });
        }
        Report report = new Report(conditions(), figures);
        surroundings.console().say("\n" + report.table());
        write(report);
    }

    private List<Figure> ingest() {
        try (Running demo = new Running()) {
            return IngestBenchmark.take(demo.start(), ROUNDS, surroundings.console());
        }
    }

    /** Both practices run at once, so that a machine that slows down slows both. */
    private List<Figure> read() {
        try (Running few = new Running();
                Running many = new Running()) {
            return ReadBenchmark.take(
                    few.empty(),
                    many.empty(),
                    new ReadBenchmark.Sizes(FEW_PEOPLE, options.people()),
                    surroundings.clock().instant(),
                    ROUNDS,
                    surroundings.console());
        }
    }

    private List<Figure> sync() {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        try (MadeUpAcuity acuity = SyncBenchmark.acuity(today);
                Running demo = new Running(acuity)) {
            return SyncBenchmark.take(demo.reading(acuity), today, options.records(), ROUNDS, surroundings.console());
        }
    }

    private List<Figure> signIn() {
        try (Running demo = new Running()) {
            return SignInBenchmark.take(
                    demo.empty(),
                    DemoAccounts.ALL.stream().skip(1).map(NewAccount::email).toList(),
                    ROUNDS,
                    surroundings.console());
        }
    }

    private List<Figure> kill() {
        Path data = newFolder();
        StartDemo demo = new StartDemo(demoIn(data, List.of()), installation, surroundings);
        DataFolder folder = demo.openFolder();
        AllInOne all = demo.prepare(folder, Jvm.LASTING);
        Runtime.getRuntime().addShutdownHook(new Thread(all::close, "stop"));
        try {
            all.start();
            URI simulators = demo.welcome(all, folder).simulators();
            return KillBenchmark.take(
                    new KillSubject(
                            subject(all, folder), simulators, DemoAccounts.ADDRESSES, victim -> pid(all, victim)),
                    options.kills(),
                    Duration.ofMinutes(options.minutes()),
                    installation.root().resolve("target/hotleads/bench-kill.ledger"),
                    surroundings.random(),
                    surroundings.console());
        } finally {
            all.close();
            remove(data);
        }
    }

    private List<Figure> fuzz() {
        return FuzzBenchmark.take(
                installation.root(), options.runs(), Duration.ofMinutes(options.minutes()), surroundings.console());
    }

    private List<Figure> upgrade() {
        Path data = newFolder();
        try {
            return new RunUpgrade(options.from(), installation, surroundings, data)
                    .take(RunBench::subject, installation.root().resolve("target/hotleads/bench-upgrade.ledger"));
        } finally {
            remove(data);
        }
    }

    private List<Figure> restore() {
        Path folder = newFolder();
        try (Running demo = new Running();
                // As whoever runs them holds it: a backup would stop them as left over.
                FolderLock _ = FolderLock.take(demo.folder)) {
            Path file = folder.resolve("backup");
            Surroundings bare = surroundings.with(Map.of());
            return RestoreBenchmark.take(
                    demo.empty(),
                    options.people(),
                    surroundings.clock().instant(),
                    new RestoreBenchmark.Way(
                            file,
                            () -> new RunBackup(backupOptions("backup", file, demo.data), bare).run(),
                            () -> new RunRestore(
                                            backupOptions(
                                                    "restore",
                                                    file,
                                                    folder.resolve("restored"),
                                                    "--keys",
                                                    demo.folder.keys().toString(),
                                                    "--ledger",
                                                    demo.folder
                                                            .keys()
                                                            .resolve("core.key.erasures")
                                                            .toString()),
                                            installation,
                                            bare)
                                    .run()),
                    surroundings.console());
        } finally {
            remove(folder);
        }
    }

    private static BackupOptions backupOptions(String command, Path file, Path data, String... further) {
        List<String> arguments = new ArrayList<>(List.of(command, file.toString(), "--data", data.toString()));
        arguments.addAll(List.of(further));
        return BackupOptions.parse(arguments, data);
    }

    private static OptionalLong pid(AllInOne all, Victim victim) {
        return victim == Victim.DATABASE ? all.databasePid() : all.pid(Role.valueOf(victim.name()));
    }

    /** A demo with nobody in it, in a folder of its own that goes with it. */
    final class Running implements AutoCloseable {
        private final Path data = newFolder();
        private final StartDemo demo = new StartDemo(demoIn(data), installation, surroundings);
        private final DataFolder folder = demo.openFolder();
        private final AllInOne all;

        Running() {
            this(null);
        }

        /** @param acuity read in place of the simulated one */
        Running(@Nullable MadeUpAcuity acuity) {
            all = acuity == null
                    ? demo.prepare(folder, Jvm.LASTING)
                    : demo.prepare(folder, Jvm.LASTING, acuity.address());
            Runtime.getRuntime().addShutdownHook(new Thread(all::close, "stop"));
        }

        UnderTest start() {
            all.start();
            return subject(all, folder);
        }

        SyncBenchmark.Subject reading(MadeUpAcuity acuity) {
            UnderTest subject = start();
            return new SyncBenchmark.Subject(
                    subject,
                    acuity,
                    all.pid(Role.CORE).orElseThrow(),
                    all.pid(Role.SYNC).orElseThrow(),
                    () -> all.connect(DatabaseRole.OWNER));
        }

        EmptyDemo empty() {
            UnderTest subject = start();
            Greeting greeting = demo.welcome(all, folder);
            return new EmptyDemo(
                    subject,
                    all.pid(Role.CORE).orElseThrow(),
                    greeting.simulators(),
                    DemoAccounts.ALL.getFirst().email(),
                    greeting.password(),
                    folder.keys().resolve("core.key"),
                    () -> all.connect(DatabaseRole.OWNER));
        }

        @Override
        public void close() {
            all.close();
            remove(data);
        }
    }

    private Options demoIn(Path data) {
        return demoIn(data, List.of("--no-demo-data"));
    }

    private Options demoIn(Path data, List<String> further) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--port",
                String.valueOf(ports.free()),
                "--simulators-port",
                String.valueOf(ports.free()),
                "--data",
                data.toString()));
        arguments.addAll(further);
        return Options.parse(arguments, data);
    }

    private static UnderTest subject(AllInOne all, DataFolder folder) {
        int port = all.address(Role.GATEWAY).getPort();
        return new UnderTest(
                new InetSocketAddress(Addresses.LOOPBACK, port),
                "localhost:" + port,
                PinnedCertificate.context(TlsCertificate.read(folder.tls().resolve("localhost.crt.pem"))),
                HOOK_KEY,
                Stream.of(Role.GATEWAY, Role.AUTH, Role.CORE, Role.WEBHOOKS, Role.SYNC)
                        .map(role -> all.pid(role).orElseThrow())
                        .toList(),
                all.databasePid().orElse(NO_PROCESS),
                () -> all.connect(DatabaseRole.CORE));
    }

    private List<Figure> start() {
        Path data = newFolder();
        try {
            return new StartBenchmark(installation.root(), data, ports.free(), ports.free())
                    .take(ROUNDS, surroundings.console());
        } finally {
            remove(data);
        }
    }

    private static void remove(Path folder) {
        try {
            OwnerOnly.removeFolder(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + folder, failed);
        }
    }

    /** Beside the build: a folder for temporary files may lie in memory, where a commit costs nothing. */
    private Path newFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(installation.root().resolve("target/hotleads")), "bench-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(
                "Taken at",
                surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put(
                "Machine",
                Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", Java " + Runtime.version());
        conditions.put("Rounds", ROUNDS + ", medians");
        if (options.benchmarks().contains(Benchmark.INGEST)) {
            conditions.put(
                    "ingest",
                    "programs with the compiler options of ./hotleads up, a distinct appointment each hook; core reads"
                            + " them at Acuity's limit of 10/s meanwhile");
        }
        if (options.benchmarks().contains(Benchmark.READ)) {
            conditions.put(
                    "read",
                    FEW_PEOPLE + " and " + options.people() + " people with ten bookings each, filled in sealed and"
                            + " evaluated by core; Acuity is not read meanwhile");
        }
        if (options.benchmarks().contains(Benchmark.SYNC)) {
            conditions.put(
                    "sync",
                    options.records()
                            + " appointments in windows of fourteen days, read by the real sync from a made-up"
                            + " Acuity without its pace, ten for each person; beside COPY of the same rows, unsealed");
        }
        if (options.benchmarks().contains(Benchmark.SIGNIN)) {
            conditions.put(
                    "signin",
                    "programs with the compiler options of ./hotleads up; strangers come from addresses of their own,"
                            + " and tries are forgotten between windows");
        }
        if (options.benchmarks().contains(Benchmark.KILL)) {
            conditions.put(
                    "kill",
                    "up to " + options.kills() + " deaths within " + options.minutes()
                            + " minutes; what was acknowledged stands in target/hotleads/bench-kill.ledger");
        }
        if (options.benchmarks().contains(Benchmark.RESTORE)) {
            conditions.put(
                    "restore",
                    options.people()
                            + " people with ten bookings each, filled in sealed and evaluated by core; restored into an"
                            + " empty folder on the same disk while the programs of the first stand idle");
        }
        if (options.benchmarks().contains(Benchmark.FUZZ)) {
            conditions.put(
                    "fuzz",
                    "each target in a virtual machine of its own with 256 MiB, inputs of 4 KiB at most; what they reached"
                            + " stands in target/hotleads/fuzz");
        }
        if (options.benchmarks().contains(Benchmark.START)) {
            conditions.put(
                    "start",
                    "./hotleads demo as typed, PostgreSQL's programs unpacked before; the first round may play the year"
                            + " and make the start caches, the others find both");
        }
        return conditions;
    }

    private void write(Report report) {
        Path file = options.out().orElseGet(() -> installation.root().resolve("target/hotleads/" + usualName()));
        try {
            Files.writeString(file, report.json());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
        surroundings.console().say("Written to " + file);
    }

    private String usualName() {
        return options.benchmarks().size() == 1
                ? "bench-" + options.benchmarks().getFirst().word() + ".json"
                : "bench.json";
    }
}
