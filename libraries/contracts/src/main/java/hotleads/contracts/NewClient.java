package hotleads.contracts;

/** An order to auth to invite a client; which person the account will be about stands in the address asked. */
public record NewClient(String email, String displayName) {
    @Override
    public String toString() {
        return "[client]";
    }
}
