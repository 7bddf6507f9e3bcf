package hotleads.app;

import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.app.database.DatabaseRole;
import hotleads.app.database.MakeRoles;
import hotleads.database.DatabaseAddress;
import hotleads.database.UnsafeDatabaseAddress;
import java.util.Map;
import java.util.Optional;

/** A database that others run, such as a managed one; the programs' own passwords for it pass through as settings. */
record GivenDatabase(Database database, String ownerPassword) {
    static final String URL = "HOTLEADS_DATABASE_URL";
    static final String OWNER_PASSWORD = "HOTLEADS_DATABASE_OWNER_PASSWORD";
    private static final String ADMIN = "HOTLEADS_DATABASE_ADMIN";
    private static final String ADMIN_PASSWORD = "HOTLEADS_DATABASE_ADMIN_PASSWORD";

    /** The one the environment names. */
    static Optional<GivenDatabase> in(GivenSettings settings) {
        return settings.get(URL)
                .map(url -> new GivenDatabase(
                        new Database(safe(url)), settings.get(OWNER_PASSWORD).orElse("")));
    }

    /**
     * Makes our roles, where the environment names the server's administrator: on a managed server nobody else can.
     * Only the one-shot migrate is ever told of that one.
     */
    void makeRoles(GivenSettings settings) {
        settings.get(ADMIN)
                .ifPresent(admin -> new MakeRoles(database)
                        .run(
                                admin,
                                settings.get(ADMIN_PASSWORD).orElse(""),
                                Map.of(
                                        DatabaseRole.OWNER,
                                        ownerPassword,
                                        DatabaseRole.AUTH,
                                        needed(settings, "HOTLEADS_DATABASE_AUTH_PASSWORD"),
                                        DatabaseRole.CORE,
                                        needed(settings, "HOTLEADS_DATABASE_CORE_PASSWORD"))));
    }

    private static String needed(GivenSettings settings, String name) {
        return settings.get(name)
                .orElseThrow(() -> new Refusal(name + " is not set, and " + ADMIN + " asks for roles to be made."));
    }

    private static String safe(String url) {
        try {
            return DatabaseAddress.safe(url);
        } catch (UnsafeDatabaseAddress unsafe) {
            throw new Refusal(String.valueOf(unsafe.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "GivenDatabase[" + database.url() + "]";
    }
}
