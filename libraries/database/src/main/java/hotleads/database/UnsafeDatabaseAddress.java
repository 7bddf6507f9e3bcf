package hotleads.database;

/**
 * The database lies on another machine and cannot be reached safely as things are set; the message says what to set.
 */
public final class UnsafeDatabaseAddress extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeDatabaseAddress(String sentence) {
        super(sentence);
    }
}
