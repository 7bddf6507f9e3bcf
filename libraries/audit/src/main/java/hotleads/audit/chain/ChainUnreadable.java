package hotleads.audit.chain;

/** These are not the lines of a chain, or not all of them. */
public final class ChainUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without what was read: it may hold more than ids. */
    public ChainUnreadable() {
        super("Not the lines of an audit chain, or broken off");
    }
}
