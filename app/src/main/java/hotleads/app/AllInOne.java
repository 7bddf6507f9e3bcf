package hotleads.app;

import hotleads.app.accounts.PinnedCertificate;
import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.database.Migrate;
import hotleads.app.database.Postgres;
import hotleads.app.database.PostgresPrograms;
import hotleads.app.database.Schema;
import hotleads.app.keys.Passwords;
import hotleads.app.keys.ServiceKeys;
import hotleads.app.keys.TlsCertificate;
import hotleads.app.processes.Await;
import hotleads.app.processes.KeepRunning;
import hotleads.app.processes.Leftovers;
import hotleads.app.processes.LogFile;
import hotleads.app.processes.Startable;
import hotleads.app.programs.Environments;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Program;
import hotleads.app.programs.Readiness;
import hotleads.app.programs.Role;
import hotleads.vault.KeyFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The database and all programs of a {@link Plan}: started, watched, and stopped in order. */
final class AllInOne implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String TLS_CERT = "HOTLEADS_TLS_CERT_FILE";
    private static final String CLOCK_FILE = "HOTLEADS_PRACTICE_CLOCK_FILE";

    private final Plan plan;
    private final Surroundings surroundings;
    private final Leftovers leftovers;
    private final ServiceKeys serviceKeys;
    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final Map<Role, KeepRunning> programs = new EnumMap<>(Role.class);
    private final Optional<EmbeddedDatabase> embedded;

    AllInOne(Plan plan, Surroundings surroundings) {
        this.plan = plan;
        this.surroundings = surroundings;
        this.leftovers = new Leftovers(plan.folder().run());
        this.serviceKeys = ServiceKeys.in(plan.folder().keys());
        Ports free = new Ports(surroundings.random());
        for (Role role : plan.roles()) {
            ports.put(role, portOf(role, free));
        }
        this.embedded =
                plan.givenDatabase().isPresent() ? Optional.empty() : Optional.of(embeddedDatabase(free.free()));
        plan.roles().forEach(role -> programs.put(role, keepRunning(program(role))));
    }

    private int portOf(Role role, Ports free) {
        return switch (role) {
            case GATEWAY -> plan.port();
            case SIMULATORS -> plan.simulatorsPort().orElseThrow();
            case AUTH, CORE, WEBHOOKS, SYNC -> free.free();
        };
    }

    private EmbeddedDatabase embeddedDatabase(int port) {
        LogFile log = log("postgresql");
        Postgres server = new Postgres(
                PostgresPrograms.unpackedIn(surroundings.cache()), plan.folder().postgres(), port, log);
        return new EmbeddedDatabase(
                server, keepRunning(server), log, new Passwords(plan.folder().keys(), surroundings.random()));
    }

    private KeepRunning keepRunning(Startable program) {
        return new KeepRunning(program, leftovers, surroundings.console(), surroundings.clock(), surroundings.later());
    }

    private LogFile log(String program) {
        return new LogFile(plan.folder().logs(), program);
    }

    /** @throws Refusal when something is in the way that the person can mend */
    void start() {
        leftovers.stopAll(surroundings.console());
        Ports.refuseWhenTaken(plan.port(), "--port");
        plan.simulatorsPort().ifPresent(port -> Ports.refuseWhenTaken(port, "--simulators-port"));
        migrate();
        programs.values().forEach(KeepRunning::start);
        await().all(programs.keySet().stream().map(this::awaited).toList());
    }

    /** Only the database, brought to the form the programs expect. */
    void migrate() {
        Migrate migrate = new Migrate(Map.of(
                Schema.AUTH, plan.installation().jar(Role.AUTH),
                Schema.CORE, plan.installation().jar(Role.CORE)));
        int fresh = embedded.map(own -> {
                    Database database = own.start(await());
                    return migrate.run(database, own.ownerPassword());
                })
                .orElseGet(() -> {
                    GivenDatabase given = plan.givenDatabase().orElseThrow();
                    return migrate.run(given.database(), given.ownerPassword());
                });
        surroundings.console().progress("The database is ready (" + fresh + " new migrations)");
    }

    private Await await() {
        return new Await(surroundings.clock(), surroundings.pause(), surroundings.console(), LIMIT);
    }

    private Await.Awaited awaited(Role role) {
        Readiness readiness = new Readiness(role == Role.GATEWAY ? gatewayClient() : plainClient());
        return new Await.Awaited(program(role, programs), log(role.word()), () -> readiness.missing(address(role)));
    }

    private static KeepRunning program(Role role, Map<Role, KeepRunning> programs) {
        return Optional.ofNullable(programs.get(role)).orElseThrow();
    }

    private static HttpClient plainClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Trusts our gateway's certificate and no other. */
    HttpClient gatewayClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedCertificate.context(TlsCertificate.read(Path.of(setting(TLS_CERT)))))
                .build();
    }

    /** Where a program listens on this machine. */
    URI address(Role role) {
        String scheme = role == Role.GATEWAY ? "https" : "http";
        return URI.create(scheme + "://" + LOOPBACK + ":" + ports.get(role));
    }

    private Program program(Role role) {
        List<String> arguments = role == Role.SIMULATORS ? simulatorsArguments() : List.of();
        return new Program(
                role.word(),
                plan.jvm().command(role, plan.installation().jar(role), arguments),
                new Environments(surroundings.environment(), settings()).of(role, own(role)),
                log(role.word()));
    }

    private List<String> simulatorsArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--port",
                String.valueOf(plan.simulatorsPort().orElseThrow()),
                "--data",
                plan.folder().simulators().toString(),
                "--hook-url",
                "https://localhost:" + plan.port() + "/webhooks/acuity",
                "--hook-ca",
                setting(TLS_CERT),
                "--clock-file",
                setting(CLOCK_FILE)));
        arguments.addAll(plan.simulatorsArguments());
        return arguments;
    }

    private String setting(String name) {
        return Optional.ofNullable(plan.settings().get(name)).orElseThrow();
    }

    /** What is the same for every program that is told it. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(plan.settings());
        for (Role role : List.of(Role.AUTH, Role.CORE, Role.WEBHOOKS, Role.SYNC)) {
            settings.put("HOTLEADS_" + role.name() + "_URL", address(role).toString());
        }
        settings.put("HOTLEADS_SERVICE_KEYS_FILE", serviceKeys.publicKeys().toString());
        settings.put("HOTLEADS_FRONTEND_DIR", plan.installation().frontend().toString());
        embedded.ifPresent(own -> {
            settings.put(GivenDatabase.URL, own.database().url());
            settings.put(
                    "HOTLEADS_DATABASE_AUTH_PASSWORD_FILE",
                    own.passwordFile(DatabaseRole.AUTH).toString());
            settings.put(
                    "HOTLEADS_DATABASE_CORE_PASSWORD_FILE",
                    own.passwordFile(DatabaseRole.CORE).toString());
        });
        return settings;
    }

    private Map<String, String> own(Role role) {
        Map<String, String> own = new TreeMap<>();
        own.put("SERVER_PORT", String.valueOf(ports.get(role)));
        if (role != Role.GATEWAY || !plan.openToTheNetwork()) {
            own.put("SERVER_ADDRESS", LOOPBACK);
        }
        switch (role) {
            case AUTH -> own.put("HOTLEADS_KEY_FILE", keyFile(role).toString());
            case CORE -> {
                own.put("HOTLEADS_KEY_FILE", keyFile(role).toString());
                own.put("HOTLEADS_SERVICE_KEY_FILE", serviceKeyFile(role));
            }
            case WEBHOOKS, SYNC, GATEWAY -> own.put("HOTLEADS_SERVICE_KEY_FILE", serviceKeyFile(role));
            case SIMULATORS -> {}
        }
        return own;
    }

    private String serviceKeyFile(Role role) {
        return serviceKeys.fileOf(role.word()).toString();
    }

    private Path keyFile(Role role) {
        Path file = plan.keyFile(role);
        KeyFile.createIfAbsent(file);
        return file;
    }

    ServiceKeys serviceKeys() {
        return serviceKeys;
    }

    /** A program's process, while it runs. */
    OptionalLong pid(Role role) {
        return program(role, programs).pid();
    }

    /** The database's process, when it is our own and runs. */
    OptionalLong databasePid() {
        return embedded.map(own -> own.running().pid()).orElseGet(OptionalLong::empty);
    }

    /** Stops everything, whoever is asked by others last. */
    @Override
    public void close() {
        Role.STOP_ORDER.stream()
                .filter(programs::containsKey)
                .map(role -> program(role, programs))
                .forEach(KeepRunning::stop);
        embedded.ifPresent(own -> own.running().stop());
    }
}
