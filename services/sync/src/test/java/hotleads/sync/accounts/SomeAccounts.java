package hotleads.sync.accounts;

/** Sealing as the program does it, under a key of its own. */
public final class SomeAccounts {
    private SomeAccounts() {}

    public static SealedAccounts sealed() {
        return new SealedAccounts(SomeKeys.fresh());
    }
}
