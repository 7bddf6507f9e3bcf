package hotleads.app;

import hotleads.app.accounts.FirstHours;
import hotleads.app.accounts.Gateway;
import hotleads.app.accounts.Invites;
import hotleads.app.accounts.LauncherCalls;
import hotleads.app.console.Refusal;
import hotleads.app.database.DatabaseRole;
import hotleads.app.demo.DemoAccounts;
import hotleads.app.demo.DemoHours;
import hotleads.app.demo.DemoPractice;
import hotleads.app.demo.Greeting;
import hotleads.app.demo.HistoryTemplates;
import hotleads.app.demo.PracticeClock;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.keys.Passwords;
import hotleads.app.keys.TlsCertificate;
import hotleads.app.programs.Fingerprint;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The whole product over simulated providers, with made-up people who can sign in. */
final class StartDemo {
    /** The file, among the keys, with the password of all made-up people. */
    static final String PASSWORD = "demo-password";

    private static final String ZONE = "HOTLEADS_PRACTICE_ZONE";
    private static final String BOOKING_PAGE = "HOTLEADS_ACUITY_BOOKING_PAGE";
    private static final String USUAL_ZONE = "America/New_York";
    private static final Duration FIRST_READING = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String PUBLIC_URL = "HOTLEADS_PUBLIC_URL";
    /** What a person's own environment may replace; keys, passwords and inner addresses are always made here. */
    private static final Set<String> REPLACEABLE = Set.of(
            PUBLIC_URL,
            ZONE,
            "HOTLEADS_TRACES",
            "HOTLEADS_TLS_CERT_FILE",
            "HOTLEADS_TLS_KEY_FILE",
            "HOTLEADS_ACUITY_USER_ID",
            "HOTLEADS_ACUITY_API_KEY",
            "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
            "HOTLEADS_ACUITY_BASE_URL",
            "HOTLEADS_ZOOM_ACCOUNT_ID",
            "HOTLEADS_ZOOM_CLIENT_ID",
            "HOTLEADS_ZOOM_CLIENT_SECRET",
            "HOTLEADS_ZOOM_WEBHOOK_SECRET",
            "HOTLEADS_ZOOM_BASE_URL",
            "HOTLEADS_ZOOM_TOKEN_URL",
            "HOTLEADS_ZOHO_CLIENT_ID",
            "HOTLEADS_ZOHO_CLIENT_SECRET",
            "HOTLEADS_ZOHO_REFRESH_TOKEN",
            "HOTLEADS_ZOHO_WEBHOOK_SECRET",
            "HOTLEADS_ZOHO_ACCOUNTS_URL",
            "HOTLEADS_ZOHO_API_URL",
            "HOTLEADS_GOOGLE_BASE_URL",
            "HOTLEADS_GOOGLE_TOKEN_URL",
            "HOTLEADS_CALENDAR_TITLES",
            "HOTLEADS_CLOUDWATCH_LOG_GROUP",
            "HOTLEADS_AWS_ENDPOINT",
            "AWS_REGION",
            "HOTLEADS_PRACTICE_COUNTRY",
            "HOTLEADS_PRACTICE_PHONE",
            BOOKING_PAGE);

    private final Options options;
    private final Installation installation;
    private final Surroundings surroundings;

    StartDemo(Options options, Installation installation, Surroundings surroundings) {
        this.options = options;
        this.installation = installation;
        this.surroundings = surroundings;
    }

    /** Everything made and chosen, nothing started yet. */
    AllInOne prepare(DataFolder folder) {
        return prepare(folder, Jvm.SMALL);
    }

    /** The same, run in another way than a demo usually is. */
    AllInOne prepare(DataFolder folder, Jvm jvm) {
        clock(folder).set(options.clock(), zone());
        return prepare(folder, jvm, settings(folder), options.demoData());
    }

    /** The same, reading from an Acuity that sets no pace. */
    AllInOne prepare(DataFolder folder, Jvm jvm, URI acuity) {
        clock(folder).set(options.clock(), zone());
        Map<String, String> settings = settings(folder);
        settings.put("HOTLEADS_ACUITY_BASE_URL", acuity.toString());
        settings.put("HOTLEADS_ACUITY_TURN", "0ms");
        return prepare(folder, jvm, settings, options.demoData());
    }

    /** The same, empty and at an earlier time, so that the simulators can play what happened since. */
    AllInOne prepareToPlay(DataFolder folder, Instant begin) {
        clock(folder).startAt(begin);
        Map<String, String> settings = settings(folder);
        // They have no limit while they play, and a year would take as long as its thousands of reads.
        settings.put("HOTLEADS_ACUITY_TURN", "0ms");
        return prepare(folder, Jvm.SMALL, settings, false);
    }

    /** The same on a database that others run; without simulators it uses those that run on their port already. */
    AllInOne prepareOn(GivenDatabase given, DataFolder folder, Map<String, String> further, boolean simulators) {
        if (simulators) {
            clock(folder).set(options.clock(), zone());
        }
        Map<String, String> settings = settings(folder);
        settings.putAll(further);
        Plan plan = new Plan(
                installation,
                folder,
                Jvm.LASTING,
                settings,
                options.port(),
                false,
                simulators ? OptionalInt.of(options.simulatorsPort()) : OptionalInt.empty(),
                List.of(),
                Optional.of(given),
                Optional.empty());
        installation.refuseUnlessBuilt(plan.roles());
        return new AllInOne(plan, surroundings);
    }

    private AllInOne prepare(DataFolder folder, Jvm jvm, Map<String, String> settings, boolean madeUpPeople) {
        Plan plan = new Plan(
                installation,
                folder,
                jvm,
                settings,
                options.port(),
                false,
                OptionalInt.of(options.simulatorsPort()),
                madeUpPeople ? List.of() : List.of("--empty"),
                Optional.empty(),
                Optional.empty());
        installation.refuseUnlessBuilt(plan.roles());
        return new AllInOne(plan, surroundings);
    }

    private PracticeClock clock(DataFolder folder) {
        return new PracticeClock(folder.practiceClock(), surroundings.clock());
    }

    /** Where the practice is. */
    ZoneId zone() {
        return ZoneId.of(new GivenSettings(surroundings.environment()).get(ZONE).orElse(USUAL_ZONE));
    }

    /** What the practice's clock shows when a new demo begins. */
    Instant practiceStart() {
        return options.clock()
                .map(start -> start.atZone(zone()).toInstant())
                .orElseGet(() -> surroundings.clock().instant())
                .truncatedTo(ChronoUnit.MINUTES);
    }

    /** Names what these programs make out of what was asked for; without a time asked for, any time will do. */
    String fingerprint(List<String> besides) throws IOException {
        List<String> all = new ArrayList<>(besides);
        all.add(zone().getId());
        all.add(options.clock().map(LocalDateTime::toString).orElse(""));
        return Fingerprint.of(installation.jars(), all);
    }

    DataFolder openFolder() {
        return DataFolder.open(options.data(), Kind.DEMO);
    }

    /** What is behind the practice when it begins. */
    DemoHistory history(DataFolder folder) {
        return new DemoHistory(
                this,
                folder,
                surroundings,
                new HistoryTemplates(surroundings.cache().resolve("histories")),
                DemoHistory.YEAR);
    }

    private Map<String, String> settings(DataFolder folder) {
        TlsCertificate certificate = TlsCertificate.in(folder.tls(), surroundings.clock(), surroundings.random());
        Map<String, String> settings = new TreeMap<>(Map.of(
                PUBLIC_URL,
                "https://localhost:" + options.port(),
                ZONE,
                USUAL_ZONE,
                "HOTLEADS_TLS_CERT_FILE",
                certificate.certificateFile().toString(),
                "HOTLEADS_TLS_KEY_FILE",
                certificate.keyFile().toString(),
                "HOTLEADS_ACUITY_USER_ID",
                "10000001",
                "HOTLEADS_ACUITY_API_KEY",
                "demo-acuity-key",
                "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
                "demo-acuity-key-previous",
                "HOTLEADS_ACUITY_BASE_URL",
                "http://127.0.0.1:" + options.simulatorsPort() + "/acuity",
                "HOTLEADS_PRACTICE_CLOCK_FILE",
                folder.practiceClock().toString()));
        // A number set aside for fiction.
        settings.put("HOTLEADS_PRACTICE_PHONE", "(202) 555-0199");
        settings.putAll(Map.of(
                "HOTLEADS_ZOOM_ACCOUNT_ID", "demo-account",
                "HOTLEADS_ZOOM_CLIENT_ID", "demo-client",
                "HOTLEADS_ZOOM_CLIENT_SECRET", "demo-secret",
                "HOTLEADS_ZOOM_WEBHOOK_SECRET", "demo-zoom-secret",
                "HOTLEADS_ZOOM_BASE_URL", "http://127.0.0.1:" + options.simulatorsPort() + "/zoom",
                "HOTLEADS_ZOOM_TOKEN_URL", "http://127.0.0.1:" + options.simulatorsPort() + "/zoom/oauth/token"));
        settings.putAll(Map.of(
                "HOTLEADS_ZOHO_CLIENT_ID", "demo-client",
                "HOTLEADS_ZOHO_CLIENT_SECRET", "demo-secret",
                "HOTLEADS_ZOHO_REFRESH_TOKEN", "demo-refresh",
                "HOTLEADS_ZOHO_WEBHOOK_SECRET", "demo-zoho-secret",
                "HOTLEADS_ZOHO_ACCOUNTS_URL", "http://127.0.0.1:" + options.simulatorsPort() + "/zoho",
                "HOTLEADS_ZOHO_API_URL", "http://127.0.0.1:" + options.simulatorsPort() + "/zoho"));
        settings.putAll(google(folder));
        settings.put(BOOKING_PAGE, "https://app.acuityscheduling.com/schedule.php?owner=10000001");
        GivenSettings given = new GivenSettings(surroundings.environment());
        REPLACEABLE.forEach(name -> given.get(name).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    /** The made-up practitioners' calendars, and the key file that the simulators make at their first start. */
    private Map<String, String> google(DataFolder folder) {
        String simulators = "http://127.0.0.1:" + options.simulatorsPort() + "/google";
        return Map.of(
                "HOTLEADS_GOOGLE_SERVICE_ACCOUNT_FILE",
                folder.simulators().resolve("google-service-account.json").toString(),
                "HOTLEADS_GOOGLE_BASE_URL",
                simulators,
                "HOTLEADS_GOOGLE_TOKEN_URL",
                simulators + "/token",
                "HOTLEADS_GOOGLE_WEBHOOK_SECRET",
                "demo-google-secret",
                "HOTLEADS_GOOGLE_PUSH",
                "on");
    }

    /** The accounts of the made-up people, through the product's own path; then what to open. */
    Greeting welcome(AllInOne running, DataFolder folder) {
        LauncherCalls calls = calls(running);
        DemoPractice practice = practiceOf(running);
        Greeting greeting = greeting(folder);
        DemoAccounts.makeMissing(
                new Invites(running.address(Role.AUTH), calls),
                gateway(running, greeting),
                greeting.password(),
                practice);
        DemoHours.setMissing(new FirstHours(running.address(Role.CORE), calls), practice);
        return greeting;
    }

    /** Lets in the first administrator alone, for programs that may be of an earlier version. */
    Greeting welcomeFirst(AllInOne running, DataFolder folder) {
        Greeting greeting = greeting(folder);
        DemoAccounts.makeFirst(
                new Invites(running.address(Role.AUTH), calls(running)),
                gateway(running, greeting),
                greeting.password());
        return greeting;
    }

    private LauncherCalls calls(AllInOne running) {
        return new LauncherCalls(
                running.address(Role.AUTH), running.serviceKeys().launcher(), surroundings.clock());
    }

    private static Gateway gateway(AllInOne running, Greeting greeting) {
        return new Gateway(running.gatewayClient(), running.address(Role.GATEWAY), greeting.address());
    }

    private Greeting greeting(DataFolder folder) {
        return new Greeting(
                settings(folder).getOrDefault(PUBLIC_URL, ""),
                URI.create("http://127.0.0.1:" + options.simulatorsPort()),
                new Passwords(folder.keys(), surroundings.random()).readable(PASSWORD),
                folder.root(),
                folder.logs());
    }

    private DemoPractice practiceOf(AllInOne running) {
        if (!options.demoData()) {
            return DemoPractice.empty();
        }
        // A practice made at once is being read for the first time, and whom an account is about is fixed for good.
        Instant end = surroundings.clock().instant().plus(FIRST_READING);
        Optional<DemoPractice> practice = read(running);
        while (practice.isEmpty() && surroundings.clock().instant().isBefore(end)) {
            surroundings.pause().take(BETWEEN_LOOKS);
            practice = read(running);
        }
        return practice.orElseGet(DemoPractice::empty);
    }

    private Optional<DemoPractice> read(AllInOne running) {
        try (Connection core = running.connect(DatabaseRole.CORE)) {
            return DemoPractice.of(core, practiceStart());
        } catch (SQLException failed) {
            throw new Refusal("The made-up practice cannot be read: " + failed.getSQLState());
        }
    }
}
