package hotleads.app;

import hotleads.app.bench.Victim;
import hotleads.app.console.Console;
import hotleads.app.database.DatabaseRole;
import hotleads.app.demo.Greeting;
import hotleads.app.demo.HistoryTemplates;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.FolderLock;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The real demo from the built jars, on free ports and a folder of its own: started by the first test that asks for it,
 * stopped when the tests end.
 */
public final class RunningDemo implements AutoCloseable {
    private static final Path HOME =
            Path.of(System.getProperty("hotleads.home", "..")).toAbsolutePath().normalize();

    private final DataFolder folder;
    /** As the launcher's: who backs up asks by it whether the programs run, and would stop them as leftovers. */
    private final FolderLock lock;

    private final AllInOne running;
    private final Greeting greeting;
    /** What it was started with beside its place and ports. */
    private final List<String> further;

    private final int port;
    private final int simulatorsPort;

    private static final class Shared {
        static final RunningDemo DEMO = start();
    }

    /** The one all tests share. */
    public static RunningDemo shared() {
        return Shared.DEMO;
    }

    /** The built programs, from which others can be made. */
    public static Installation built() {
        return new Installation(HOME);
    }

    /** Another one, for whoever closes it, with a practice made at once: nobody has signed in there yet. */
    public static RunningDemo another(Path data) {
        return new RunningDemo(data, built(), List.of(), (start, folder) -> {});
    }

    /** Another one, for whoever closes it, that tells its traces to this collector. */
    public static RunningDemo telling(Path data, String collector) {
        Ports ports = new Ports(new SecureRandom());
        return new RunningDemo(
                data,
                built(),
                Surroundings.real().with(Map.of("HOTLEADS_TRACES", collector)),
                List.of(),
                (start, folder) -> {},
                StartDemo::prepare,
                ports.free(),
                ports.free());
    }

    /** Another one, for whoever closes it: of these programs, and with nobody in its practice. */
    public static RunningDemo empty(Path data, Installation programs) {
        return new RunningDemo(data, programs, List.of("--no-demo-data"), (start, folder) -> {});
    }

    /** Another one, for whoever closes it, with the last days of the year behind it: played now or copied. */
    public static RunningDemo withHistory(Path data, Path templates, Duration length) {
        return new RunningDemo(
                data,
                built(),
                List.of(),
                (demo, folder) -> new DemoHistory(
                                demo, folder, Surroundings.real(), new HistoryTemplates(templates), length)
                        .makeUnlessThere(RunningDemo::startWhileTestsRun));
    }

    /**
     * Another one, for whoever closes it: with nobody in its practice, and this Acuity in place of the simulated one.
     */
    public static RunningDemo reading(Path data, URI acuity) {
        Ports ports = new Ports(new SecureRandom());
        return new RunningDemo(
                data,
                built(),
                List.of("--no-demo-data"),
                (start, folder) -> {},
                (start, folder) -> start.prepare(folder, Jvm.SMALL, acuity),
                ports.free(),
                ports.free());
    }

    private static void startWhileTestsRun(AllInOne programs) {
        Runtime.getRuntime().addShutdownHook(new Thread(programs::close));
        programs.start();
    }

    private static RunningDemo start() {
        try {
            Path data = Files.createTempDirectory("hotleads-system");
            // A practice made at once, which takes no time.
            RunningDemo demo = new RunningDemo(data, built(), List.of(), (start, folder) -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(demo.running::close));
            return demo;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RunningDemo(
            Path data, Installation programs, List<String> further, BiConsumer<StartDemo, DataFolder> before) {
        this(data, programs, further, before, new Ports(new SecureRandom()));
    }

    private RunningDemo(
            Path data,
            Installation programs,
            List<String> further,
            BiConsumer<StartDemo, DataFolder> before,
            Ports ports) {
        this(data, programs, further, before, StartDemo::prepare, ports.free(), ports.free());
    }

    private RunningDemo(
            Path data,
            Installation programs,
            List<String> further,
            BiConsumer<StartDemo, DataFolder> before,
            BiFunction<StartDemo, DataFolder, AllInOne> prepare,
            int port,
            int simulatorsPort) {
        this(data, programs, Surroundings.real(), further, before, prepare, port, simulatorsPort);
    }

    private RunningDemo(
            Path data,
            Installation programs,
            Surroundings surroundings,
            List<String> further,
            BiConsumer<StartDemo, DataFolder> before,
            BiFunction<StartDemo, DataFolder, AllInOne> prepare,
            int port,
            int simulatorsPort) {
        this.further = further;
        this.port = port;
        this.simulatorsPort = simulatorsPort;
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--port",
                String.valueOf(port),
                "--simulators-port",
                String.valueOf(simulatorsPort),
                "--data",
                data.toString()));
        arguments.addAll(further);
        StartDemo demo = new StartDemo(Options.parse(arguments, data), programs, surroundings);
        folder = demo.openFolder();
        lock = FolderLock.take(folder);
        before.accept(demo, folder);
        running = prepare.apply(demo, folder);
        try {
            running.start();
            greeting = demo.welcome(running, folder);
        } catch (RuntimeException failed) {
            // Whatever it was: a program left running would outlive the tests.
            running.close();
            lock.close();
            throw failed;
        }
    }

    /** As a person at the terminal would, in this process. */
    public void backUp(Path file) {
        new RunBackup(
                        BackupOptions.parse(List.of("backup", file.toString(), "--data", data().toString()), data()),
                        Surroundings.real().with(Map.of()))
                .run();
    }

    /** What {@code ./hotleads invite} says to whoever has this key. */
    public String inviteWith(String key) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Surroundings real = Surroundings.real();
        Surroundings heard = new Surroundings(
                new Console(new PrintStream(said, true, StandardCharsets.UTF_8), real.clock()),
                real.clock(),
                real.random(),
                Map.of(
                        "HOTLEADS_AUTH_URL",
                        address(Role.AUTH).toString(),
                        "HOTLEADS_SERVICE_KEY",
                        key,
                        "HOTLEADS_FIRST_ADMIN",
                        "someone.else@demo.test"),
                real.cache(),
                real.later(),
                real.pause());
        new RunInvite(Options.parse(List.of("invite"), data()), heard).run();
        return said.toString(StandardCharsets.UTF_8);
    }

    /**
     * A backup put into a folder that has nothing yet, with copies of this demo's keys and its erasure ledger as it is
     * now, and started there under the same addresses: this one was closed before.
     */
    public RunningDemo restoredFrom(Path file, Path data) throws IOException {
        new RunRestore(
                        BackupOptions.parse(
                                List.of(
                                        "restore",
                                        file.toString(),
                                        "--data",
                                        data.toString(),
                                        "--keys",
                                        folder.keys().toString(),
                                        "--ledger",
                                        folder.keys()
                                                .resolve("core.key.erasures")
                                                .toString()),
                                data),
                        built(),
                        Surroundings.real().with(Map.of()))
                .run();
        // The world outside is not restored: it is where it was.
        OwnerOnly.copyFolder(folder.simulators(), data.resolve("simulators"));
        Files.copy(folder.practiceClock(), data.resolve("practice-clock"));
        return new RunningDemo(
                data, built(), further, (start, restored) -> {}, StartDemo::prepare, port, simulatorsPort);
    }

    @Override
    public void close() {
        running.close();
        lock.close();
    }

    /** Where a browser opens it. */
    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    /** Where a browser opens the simulators; their control page and API lie under {@code /control}. */
    public URI simulators() {
        return URI.create("http://127.0.0.1:" + simulatorsPort);
    }

    /** Where the pages and their own tests lie. */
    public Path frontend() {
        return HOME.resolve("frontend");
    }

    /** Where one program listens, for tests that go past the gateway. */
    public URI address(Role role) {
        return running.address(role);
    }

    /** Of all four made-up people. */
    public String password() {
        return greeting.password();
    }

    /** Trusts the gateway's certificate and no other. */
    public HttpClient client() {
        return running.gatewayClient();
    }

    /** The gateway's certificate, for other clients. */
    public Path certificate() {
        return folder.tls().resolve("localhost.crt.pem");
    }

    /** One log a program. */
    public Path logs() {
        return folder.logs();
    }

    /** Everything it stores. */
    public Path data() {
        return folder.root();
    }

    /** For looking at what is stored. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return running.connect(role);
    }

    public long pid(Role role) {
        return running.pid(role).orElseThrow();
    }

    /** Of what may die; nothing while it is being started again. */
    public OptionalLong pid(Victim victim) {
        return victim == Victim.DATABASE ? running.databasePid() : running.pid(Role.valueOf(victim.name()));
    }

    public long databasePid() {
        return running.databasePid().orElseThrow();
    }

    /** Of all programs and the database, in an order that does not change. */
    public List<Long> processes() {
        return Stream.concat(Arrays.stream(Role.values()).map(this::pid), Stream.of(databasePid()))
                .toList();
    }

    /** As {@code kill -9}; returns when it is dead. The launcher starts it again. */
    public void kill(Role role) {
        kill(pid(role));
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        var _ = process.onExit().join();
    }

    /** Until everything is ready again. */
    public void awaitReady() {
        running.awaitReady();
    }
}
