package hotleads.app;

import hotleads.app.accounts.Invited;
import hotleads.app.console.Refusal;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The whole product over the real providers, for one practice on one machine. */
final class StartUp {
    private static final String KEY_FILE = "HOTLEADS_KEY_FILE";
    private static final String KMS_KEY = "HOTLEADS_KMS_KEY_ARN";
    private static final String MOVE_KEY_FILE = "HOTLEADS_MOVE_KEY_FILE";
    private static final String PUBLIC_URL = "HOTLEADS_PUBLIC_URL";
    /** Each needed setting and what it is, in the order they are asked for. */
    private static final List<Map.Entry<String, String>> NEEDED = List.of(
            Map.entry(PUBLIC_URL, "the address people open, such as https://leads.example.org"),
            Map.entry("HOTLEADS_TLS_CERT_FILE", "the PEM file with the certificate of that address and its chain"),
            Map.entry("HOTLEADS_TLS_KEY_FILE", "the PEM file (PKCS#8) with the certificate's private key"),
            Map.entry("HOTLEADS_ACUITY_USER_ID", "the numeric user id of the Acuity account (Integrations, API)"),
            Map.entry("HOTLEADS_ACUITY_API_KEY", "the API key of the Acuity account (Integrations, API)"),
            Map.entry("HOTLEADS_PRACTICE_ZONE", "the practice's time zone, such as America/New_York"));

    private static final List<Map.Entry<String, String>> NEEDED_OF_A_GIVEN_DATABASE = List.of(
            Map.entry(GivenDatabase.OWNER_PASSWORD, "the password of the role hl_owner"),
            Map.entry("HOTLEADS_DATABASE_AUTH_PASSWORD", "the password of the role hl_auth"),
            Map.entry("HOTLEADS_DATABASE_CORE_PASSWORD", "the password of the role hl_core"));

    private static final Map<String, String> OF_THE_DEMO = Map.of(
            "HOTLEADS_ACUITY_USER_ID", "10000001",
            "HOTLEADS_ACUITY_API_KEY", "demo-acuity-key",
            "HOTLEADS_ZOOM_ACCOUNT_ID", "demo-account",
            "HOTLEADS_ZOOM_CLIENT_SECRET", "demo-secret",
            "HOTLEADS_ZOOM_WEBHOOK_SECRET", "demo-zoom-secret",
            "HOTLEADS_ZOHO_REFRESH_TOKEN", "demo-refresh",
            "HOTLEADS_ZOHO_WEBHOOK_SECRET", "demo-zoho-secret");

    private final Options options;
    private final Installation installation;
    private final Surroundings surroundings;
    private final GivenSettings given;

    StartUp(Options options, Installation installation, Surroundings surroundings) {
        this.options = options;
        this.installation = installation;
        this.surroundings = surroundings;
        this.given = new GivenSettings(surroundings.environment());
    }

    /** @throws Refusal naming everything that is missing or not to be used, before anything is made */
    void refuseUnlessComplete() {
        List<String> wrong = new ArrayList<>();
        missing(NEEDED, wrong);
        if (given.has(GivenDatabase.URL)) {
            missing(NEEDED_OF_A_GIVEN_DATABASE, wrong);
        }
        OF_THE_DEMO.forEach((name, value) -> {
            if (given.get(name).filter(value::equals).isPresent()) {
                wrong.add(name + ": holds the demo's credentials, which no provider knows");
            }
        });
        if (given.has(KEY_FILE) && given.has(KMS_KEY)) {
            wrong.add(KEY_FILE + " and " + KMS_KEY
                    + ": both are set; set the one that is meant. To have KMS wrap the keys"
                    + " of that file, name it in " + MOVE_KEY_FILE + " instead");
        }
        if (!Files.exists(options.data()) && FirstAdmin.named(options, given).isEmpty()) {
            wrong.add(FirstAdmin.NEEDED + " (needed at the first start only)");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal("up cannot start yet:\n  - " + String.join("\n  - ", wrong)
                    + "\nEach setting may also be given as NAME_FILE, a file that holds it.");
        }
    }

    private void missing(List<Map.Entry<String, String>> needed, List<String> wrong) {
        needed.stream()
                .filter(need -> !given.has(need.getKey()))
                .forEach(need -> wrong.add(need.getKey() + ": " + need.getValue()));
    }

    DataFolder openFolder() {
        return DataFolder.open(options.data(), Kind.PRACTICE);
    }

    /** Everything chosen, nothing started yet. */
    AllInOne prepare(DataFolder folder) {
        Plan plan = new Plan(
                installation,
                folder,
                Jvm.LASTING,
                settings(),
                options.port(),
                true,
                OptionalInt.empty(),
                List.of(),
                GivenDatabase.in(given),
                given.keyFile());
        installation.refuseUnlessBuilt(plan.roles());
        if (plan.givenDatabase().isEmpty() && !plan.keysFromKms()) {
            warnWhenKeysLieWithTheData(plan, folder);
        }
        return new AllInOne(plan, surroundings);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(surroundings.environment());
        // Only a demo lives at another time than its clients.
        settings.remove("HOTLEADS_PRACTICE_CLOCK_FILE");
        return settings;
    }

    private void warnWhenKeysLieWithTheData(Plan plan, DataFolder folder) {
        Path keys = plan.keyFile(Role.CORE).toAbsolutePath().getParent();
        try {
            if (Files.getFileStore(keys).equals(Files.getFileStore(folder.root()))) {
                surroundings
                        .console()
                        .say("WARNING: the keys in " + keys
                                + " lie on the same volume as the data they seal. Whoever takes"
                                + " the disk has both: name a file on another volume in " + KEY_FILE
                                + ", and keep the data on an encrypted one.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the person reads once it runs: the address, and at first start the link of the first admin. */
    String welcome(AllInOne running) {
        FirstAdmin firstAdmin =
                new FirstAdmin(running.address(Role.AUTH), running.serviceKeys().launcher(), surroundings.clock());
        return "\nHot Leads is ready: " + given.get(PUBLIC_URL).orElse("") + " (port " + options.port()
                + " of this machine, open to the network)\n" + firstSignIn(firstAdmin)
                + "Stop with Ctrl-C; the data stays.\n";
    }

    private String firstSignIn(FirstAdmin firstAdmin) {
        if (firstAdmin.isThere()) {
            return "";
        }
        return FirstAdmin.named(options, given)
                        .map(email -> told(firstAdmin.invite(email)))
                        .orElse("Nobody can sign in yet: start once with --first-admin EMAIL.")
                + "\n";
    }

    private static String told(Invited invited) {
        return switch (invited) {
            case Invited.Waiting waiting -> FirstAdmin.told(waiting);
            case Invited.HasAccount() -> FirstAdmin.HAS_OTHER_ACCOUNT;
        };
    }
}
