package hotleads.app.database;

/** The three who may connect, none of them a superuser. */
public enum DatabaseRole {
    /** Owns both schemas; used by migrate only. */
    OWNER("hl_owner"),
    AUTH("hl_auth"),
    CORE("hl_core");

    private final String role;

    DatabaseRole(String role) {
        this.role = role;
    }

    /** Its name in PostgreSQL, and of the file its password is kept in. */
    public String role() {
        return role;
    }
}
