package hotleads.core.erasures;

/** The erasure ledger cannot be used; the message says what to do. */
public final class LedgerUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnusable(String message) {
        super(message);
    }
}
