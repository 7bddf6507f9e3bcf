package hotleads.app.database;

import java.util.Locale;

/** What each storing service owns; the schema, the migrations' folder and the service have one name. */
public enum Schema {
    AUTH(DatabaseRole.AUTH),
    CORE(DatabaseRole.CORE);

    private final DatabaseRole runtime;

    Schema(DatabaseRole runtime) {
        this.runtime = runtime;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The only role besides the owner with any right in it. */
    DatabaseRole runtime() {
        return runtime;
    }
}
