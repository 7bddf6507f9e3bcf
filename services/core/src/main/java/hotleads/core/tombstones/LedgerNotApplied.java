package hotleads.core.tombstones;

/** Nothing is taken in yet: who was erased is not known until the ledger was read. */
public final class LedgerNotApplied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerNotApplied() {
        super("The erasure ledger was not applied yet");
    }
}
