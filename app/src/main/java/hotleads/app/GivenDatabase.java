package hotleads.app;

import hotleads.app.console.Refusal;
import hotleads.app.database.Database;
import hotleads.database.DatabaseAddress;
import hotleads.database.UnsafeDatabaseAddress;
import java.util.Optional;

/** A database that others run, such as a managed one; the programs' own passwords for it pass through as settings. */
record GivenDatabase(Database database, String ownerPassword) {
    static final String URL = "HOTLEADS_DATABASE_URL";
    static final String OWNER_PASSWORD = "HOTLEADS_DATABASE_OWNER_PASSWORD";

    /** The one the environment names. */
    static Optional<GivenDatabase> in(GivenSettings settings) {
        return settings.get(URL)
                .map(url -> new GivenDatabase(
                        new Database(safe(url)), settings.get(OWNER_PASSWORD).orElse("")));
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
