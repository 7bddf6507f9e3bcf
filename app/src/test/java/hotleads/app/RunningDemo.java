package hotleads.app;

import hotleads.app.database.DatabaseRole;
import hotleads.app.demo.Greeting;
import hotleads.app.demo.HistoryTemplates;
import hotleads.app.folder.DataFolder;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The real demo from the built jars, on free ports and a folder of its own: started by the first test that asks for it,
 * stopped when the tests end.
 */
public final class RunningDemo implements AutoCloseable {
    private static final Path HOME =
            Path.of(System.getProperty("hotleads.home", "..")).toAbsolutePath().normalize();

    private final DataFolder folder;
    private final AllInOne running;
    private final Greeting greeting;
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
        Ports ports = new Ports(new SecureRandom());
        port = ports.free();
        simulatorsPort = ports.free();
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--port",
                String.valueOf(port),
                "--simulators-port",
                String.valueOf(simulatorsPort),
                "--data",
                data.toString()));
        arguments.addAll(further);
        StartDemo demo = new StartDemo(Options.parse(arguments, data), programs, Surroundings.real());
        folder = demo.openFolder();
        before.accept(demo, folder);
        running = demo.prepare(folder);
        try {
            running.start();
            greeting = demo.welcome(running, folder);
        } catch (RuntimeException failed) {
            // Whatever it was: a program left running would outlive the tests.
            running.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        running.close();
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

    public long databasePid() {
        return running.databasePid().orElseThrow();
    }

    /** As {@code kill -9}; returns when it is dead. The launcher starts it again. */
    public void kill(Role role) {
        kill(pid(role));
    }

    /** As {@code kill -9} of the server. The launcher starts it again. */
    public void killDatabase() {
        kill(databasePid());
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
