package hotleads.core.leads.rules;

import java.util.Locale;

/** How urgent a score reads; limits in tenths of points. */
public enum Band {
    HOT(450),
    WARM(250),
    WATCH(100),
    BELOW_THE_LINE(0);

    private final int from;

    Band(int from) {
        this.from = from;
    }

    /** The least tenths of this band. */
    public int from() {
        return from;
    }

    /** As the API and the database spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Band of(int scoreTenths) {
        if (scoreTenths >= HOT.from) {
            return HOT;
        }
        if (scoreTenths >= WARM.from) {
            return WARM;
        }
        return scoreTenths >= WATCH.from ? WATCH : BELOW_THE_LINE;
    }
}
