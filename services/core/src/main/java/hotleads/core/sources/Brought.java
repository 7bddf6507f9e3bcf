package hotleads.core.sources;

import org.jspecify.annotations.Nullable;

/**
 * What a run brought.
 *
 * @param fetched records in all
 * @param changed how many of them told something new
 * @param skipped how many could not be taken in and were set aside
 * @param due what had to be there
 * @param compared of a sweep alone
 */
public record Brought(
        int fetched,
        int changed,
        int skipped,
        Due due,
        @Nullable Compared compared) {
    public static final Brought NOTHING = new Brought(0, 0, 0, Due.PERHAPS_NOTHING);

    /** From what proves least to what has to be proved. */
    public enum Due {
        /** That nothing came says nothing, neither for the source nor against it. */
        PERHAPS_NOTHING,
        /** All there is was answered and may be believed, though it be nothing. */
        ALL_THERE_IS,
        /** A run that then brings nothing is no success to believe. */
        SOMETHING;

        public static Due something(boolean isCertain) {
            return isCertain ? SOMETHING : PERHAPS_NOTHING;
        }
    }

    public Brought(int fetched, int changed, int skipped, Due due) {
        this(fetched, changed, skipped, due, null);
    }

    public Brought and(Brought more) {
        return new Brought(
                fetched + more.fetched,
                changed + more.changed,
                skipped + more.skipped,
                due.compareTo(more.due) < 0 ? more.due : due,
                both(compared, more.compared));
    }

    private static @Nullable Compared both(@Nullable Compared one, @Nullable Compared other) {
        return one == null || other == null ? (one == null ? other : one) : one.and(other);
    }

    boolean isSuspicious() {
        return due == Due.SOMETHING && fetched == 0;
    }

    /** Whether whatever was suspicious before is over. */
    boolean isBelievable() {
        return fetched > 0 || due == Due.ALL_THERE_IS;
    }
}
