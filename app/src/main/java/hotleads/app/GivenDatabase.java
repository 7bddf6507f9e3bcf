package hotleads.app;

import hotleads.app.database.Database;
import java.util.Optional;

/** A database that others run, such as a managed one; the programs' own passwords for it pass through as settings. */
record GivenDatabase(Database database, String ownerPassword) {
    static final String URL = "HOTLEADS_DATABASE_URL";
    static final String OWNER_PASSWORD = "HOTLEADS_DATABASE_OWNER_PASSWORD";

    /** The one the environment names. */
    static Optional<GivenDatabase> in(GivenSettings settings) {
        return settings.get(URL)
                .map(url -> new GivenDatabase(
                        new Database(url), settings.get(OWNER_PASSWORD).orElse("")));
    }

    @Override
    public String toString() {
        return "GivenDatabase[" + database.url() + "]";
    }
}
