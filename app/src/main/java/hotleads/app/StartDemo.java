package hotleads.app;

import hotleads.app.accounts.Gateway;
import hotleads.app.accounts.Invites;
import hotleads.app.demo.DemoAccounts;
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
    private static final String ZONE = "HOTLEADS_PRACTICE_ZONE";
    private static final String BOOKING_PAGE = "HOTLEADS_ACUITY_BOOKING_PAGE";
    private static final String USUAL_ZONE = "America/New_York";
    private static final String PUBLIC_URL = "HOTLEADS_PUBLIC_URL";
    /** What a person's own environment may replace; keys, passwords and inner addresses are always made here. */
    private static final Set<String> REPLACEABLE = Set.of(
            PUBLIC_URL,
            ZONE,
            "HOTLEADS_TLS_CERT_FILE",
            "HOTLEADS_TLS_KEY_FILE",
            "HOTLEADS_ACUITY_USER_ID",
            "HOTLEADS_ACUITY_API_KEY",
            "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
            "HOTLEADS_ACUITY_BASE_URL",
            "HOTLEADS_CLOUDWATCH_LOG_GROUP",
            "HOTLEADS_AWS_ENDPOINT",
            "AWS_REGION",
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

    /** The same, empty and at an earlier time, so that the simulators can play what happened since. */
    AllInOne prepareToPlay(DataFolder folder, Instant begin) {
        clock(folder).startAt(begin);
        Map<String, String> settings = settings(folder);
        // They have no limit while they play, and a year would take as long as its thousands of reads.
        settings.put("HOTLEADS_ACUITY_TURN", "0ms");
        return prepare(folder, Jvm.SMALL, settings, false);
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
        settings.put(BOOKING_PAGE, "https://app.acuityscheduling.com/schedule.php?owner=10000001");
        GivenSettings given = new GivenSettings(surroundings.environment());
        REPLACEABLE.forEach(name -> given.get(name).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    /** The accounts of the made-up people, through the product's own path; then what to open. */
    Greeting welcome(AllInOne running, DataFolder folder) {
        String password = new Passwords(folder.keys(), surroundings.random()).readable("demo-password");
        String address = settings(folder).getOrDefault(PUBLIC_URL, "");
        DemoAccounts.makeMissing(
                new Invites(running.address(Role.AUTH), running.serviceKeys().launcher(), surroundings.clock()),
                new Gateway(running.gatewayClient(), running.address(Role.GATEWAY), address),
                password);
        return new Greeting(
                address,
                URI.create("http://127.0.0.1:" + options.simulatorsPort()),
                password,
                folder.root(),
                folder.logs());
    }
}
