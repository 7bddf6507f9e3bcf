package hotleads.sync.limits;

/** What each provider allows one account from one address; beyond it we are told to come back later. */
public enum ProviderLimit {
    /**
     * 10 a second and 20 at once, counted per address (sheet §2); two at once are left to other tools of the practice.
     */
    ACUITY(10, 18),

    /**
     * Credits by the day, and five at once in the smallest edition (sheet §6); two are left to the practice's own
     * tools.
     */
    ZOHO(8, 3);

    private final int inASecond;
    private final int atOnce;

    ProviderLimit(int inASecond, int atOnce) {
        this.inASecond = inASecond;
        this.atOnce = atOnce;
    }

    int inASecond() {
        return inASecond;
    }

    int atOnce() {
        return atOnce;
    }
}
