package hotleads.app;

import hotleads.app.accounts.PinnedCertificate;
import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.database.Migrate;
import hotleads.app.database.Postgres;
import hotleads.app.database.PostgresPrograms;
import hotleads.app.database.Schema;
import hotleads.app.folder.DataFolder;
import hotleads.app.keys.Passwords;
import hotleads.app.keys.ServiceKeys;
import hotleads.app.keys.TlsCertificate;
import hotleads.app.processes.Await;
import hotleads.app.processes.KeepRunning;
import hotleads.app.processes.Leftovers;
import hotleads.app.processes.LogFile;
import hotleads.app.processes.Startable;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Program;
import hotleads.app.programs.Readiness;
import hotleads.app.programs.Role;
import hotleads.app.programs.StartCaches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The database and all programs of a {@link Plan}: started, watched, and stopped in order. */
final class AllInOne implements AutoCloseable {
    private static final String DATABASE = "postgresql";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** All that are built alike; the simulators start in a second as they are. The slowest first. */
    private static final List<Role> REHEARSED = List.of(Role.CORE, Role.AUTH, Role.SYNC, Role.WEBHOOKS, Role.GATEWAY);

    private final Plan plan;
    private final Surroundings surroundings;
    private final Leftovers leftovers;
    private final ServiceKeys serviceKeys;
    private final Addresses addresses;
    private final Optional<EmbeddedDatabase> embedded;
    private final StartCaches startCaches;
    private final Told told;
    private final Map<Role, KeepRunning> programs = new EnumMap<>(Role.class);
    private volatile boolean wasReady;

    /**
     * Makes the keys and chooses the ports; nothing runs yet.
     *
     * @throws Refusal when a chosen port is taken
     */
    AllInOne(Plan plan, Surroundings surroundings) {
        this.plan = plan;
        this.surroundings = surroundings;
        this.leftovers = new Leftovers(plan.folder().run());
        clearTheWay();
        this.serviceKeys = ServiceKeys.in(plan.folder().keys());
        Ports free = new Ports(surroundings.random());
        this.addresses = new Addresses(plan, free);
        this.embedded =
                plan.givenDatabase().isPresent() ? Optional.empty() : Optional.of(embeddedDatabase(free.free()));
        this.startCaches = new StartCaches(surroundings.cache().resolve("starts"), plan.jvm(), surroundings.clock());
        this.told = new Told(plan, addresses, serviceKeys, embedded, surroundings.environment());
        plan.roles().forEach(role -> programs.put(role, keepRunning(program(role))));
    }

    /** First of all, for a refusal should come at once: a leftover may be what holds the port. */
    private void clearTheWay() {
        stopPrograms(leftovers, surroundings.console());
        Ports.refuseWhenTaken(plan.port(), "--port");
        plan.simulatorsPort().ifPresent(port -> Ports.refuseWhenTaken(port, "--simulators-port"));
    }

    private static void stopPrograms(Leftovers leftovers, Console console) {
        Role.STOP_ORDER.forEach(role -> leftovers.stop(role.word(), console));
    }

    /** Whatever a killed launcher left running on this folder, its database too. */
    static void stopLeftovers(DataFolder folder, Console console) {
        Leftovers leftovers = new Leftovers(folder.run());
        stopPrograms(leftovers, console);
        leftovers.stop(DATABASE, console);
    }

    private EmbeddedDatabase embeddedDatabase(int port) {
        return embeddedDatabase(plan.folder(), plan.folder().postgres(), port, surroundings);
    }

    /** A database of our own whose files lie in one of the folder's places. */
    static EmbeddedDatabase embeddedDatabase(DataFolder folder, Path files, int port, Surroundings surroundings) {
        LogFile log = new LogFile(folder.logs(), DATABASE);
        Postgres server = new Postgres(PostgresPrograms.unpackedIn(surroundings.cache()), files, port, log);
        return new EmbeddedDatabase(
                server,
                new KeepRunning(
                        server,
                        new Leftovers(folder.run()),
                        surroundings.console(),
                        surroundings.clock(),
                        surroundings.later()),
                log,
                new Passwords(folder.keys(), surroundings.random()),
                surroundings.console());
    }

    private Program program(Role role) {
        return new Program(
                role,
                () -> plan.jvm()
                        .command(
                                role,
                                startCaches.executable(role, plan.installation().jar(role)),
                                told.arguments(role)),
                told.environment(role),
                log(role.word()));
    }

    private KeepRunning keepRunning(Startable program) {
        return new KeepRunning(program, leftovers, surroundings.console(), surroundings.clock(), surroundings.later());
    }

    private LogFile log(String program) {
        return new LogFile(plan.folder().logs(), program);
    }

    /** @throws Refusal when a program does not become ready */
    void start() {
        // Most of a start is work for one processor; these have theirs while the database is made ready.
        startThose(role -> !role.needsDatabase());
        migrate();
        startThose(Role::needsDatabase);
        awaitReady();
        wasReady = true;
    }

    private void startThose(Predicate<Role> which) {
        programs.keySet().stream().filter(which).map(this::running).forEach(KeepRunning::start);
    }

    /** Until every program says it is ready: at the start, or after one died. */
    void awaitReady() {
        await().all(programs.keySet().stream().map(this::awaited).toList());
    }

    /** Only the database, brought to the form the programs expect. */
    void migrate() {
        Migrate migrate = migrations(plan.installation());
        int fresh = embedded.map(own -> migrate.run(own.start(await()), own.ownerPassword()))
                .orElseGet(() -> {
                    GivenDatabase given = plan.givenDatabase().orElseThrow();
                    return migrate.run(given.database(), given.ownerPassword());
                });
        surroundings.console().progress("The database is up to date (" + fresh + " new migrations)");
    }

    static Migrate migrations(Installation installation) {
        return new Migrate(Map.of(
                Schema.AUTH, installation.jar(Role.AUTH),
                Schema.CORE, installation.jar(Role.CORE)));
    }

    private Await await() {
        return await(surroundings);
    }

    static Await await(Surroundings surroundings) {
        return new Await(surroundings.clock(), surroundings.pause(), surroundings.console(), LIMIT);
    }

    private Await.Awaited awaited(Role role) {
        Readiness readiness = new Readiness(role == Role.GATEWAY ? gatewayClient() : plainClient());
        return new Await.Awaited(running(role), log(role.word()), () -> readiness.missing(address(role)));
    }

    private static HttpClient plainClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Trusts our gateway's certificate and no other. */
    HttpClient gatewayClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedCertificate.context(TlsCertificate.read(plan.certificate())))
                .build();
    }

    /** Where a program listens on this machine. */
    URI address(Role role) {
        return addresses.of(role);
    }

    ServiceKeys serviceKeys() {
        return serviceKeys;
    }

    /** A program's process, while it runs. */
    OptionalLong pid(Role role) {
        return running(role).pid();
    }

    /** The database's process, when it is our own and runs. */
    OptionalLong databasePid() {
        return embedded.map(own -> own.running().pid()).orElseGet(OptionalLong::empty);
    }

    /** A connection for looking at what is stored, when the database is our own. */
    Connection connect(DatabaseRole role) throws SQLException {
        return embedded.orElseThrow().connect(role);
    }

    private KeepRunning running(Role role) {
        return Optional.ofNullable(programs.get(role)).orElseThrow();
    }

    /** Spends a minute of what the machine has to spare, so that later starts take half as long. */
    void makeStartCaches() {
        try {
            boolean any = false;
            for (Role role : REHEARSED) {
                any |= startCaches.makeIfMissing(role, plan.installation().jar(role), told.environment(role));
            }
            if (any) {
                surroundings.console().progress("Prepared: the next start will be faster");
            }
        } catch (IOException failed) {
            surroundings.console().progress("The next start will be no faster: " + failed.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything, whoever is asked by others last. */
    @Override
    public void close() {
        Role.STOP_ORDER.stream()
                .filter(programs::containsKey)
                .map(this::running)
                .forEach(wasReady ? KeepRunning::stop : KeepRunning::kill);
        embedded.ifPresent(own -> own.running().stop());
    }
}
