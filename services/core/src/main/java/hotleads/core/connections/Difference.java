package hotleads.core.connections;

import java.util.Locale;

/** How what we held differed from what the provider has; a read that finds it has mended it. */
public enum Difference {
    /** The provider has it, we had never heard of it. */
    MISSING,
    /** Both have it, in different states. */
    DIFFERENT,
    /** We had it, the provider no longer does. */
    EXTRA,
    /** A hook had told us already and waited to be looked after: nothing was lost. */
    UNDER_WAY;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
