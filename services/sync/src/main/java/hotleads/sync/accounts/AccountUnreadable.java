package hotleads.sync.accounts;

/** The account core lent does not open: it was altered, belongs elsewhere, or was sealed under a key we do not have. */
public class AccountUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountUnreadable(String provider) {
        // No cause: a parser's message may quote what it read.
        super("The account lent for " + provider + " does not open. Type its credentials in again, on Connections");
    }
}
