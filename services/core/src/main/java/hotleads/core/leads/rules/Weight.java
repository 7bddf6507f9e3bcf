package hotleads.core.leads.rules;

/**
 * What one rule counts for in a practice.
 *
 * @param tenths full points in tenths; below 0 for rules that subtract
 * @param halfLifeDays in how many days it fades by half
 */
public record Weight(boolean on, int tenths, int halfLifeDays) {
    private static final int MOST_TENTHS = 1000;
    private static final int LONGEST_DAYS = 365;

    /** Whether it is one a practice may choose where the other is what it started with: a rule keeps its direction. */
    boolean mayReplace(Weight start) {
        int size = Math.abs(tenths);
        return Integer.signum(tenths) == Integer.signum(start.tenths)
                && size <= MOST_TENTHS
                && halfLifeDays >= 1
                && halfLifeDays <= LONGEST_DAYS;
    }
}
