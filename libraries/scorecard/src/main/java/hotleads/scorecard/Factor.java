package hotleads.scorecard;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** What a card gives points for, each in a few steps that a person can read. */
enum Factor {
    DAYS_AHEAD(8, before -> stepOf(before.daysAhead())),
    HISTORY(7, Factor::history);

    /** The last day of each step; the eighth has no end. */
    private static final int[] LAST_DAYS = {0, 1, 3, 6, 10, 20, 35};

    private final int steps;
    private final ToIntFunction<Before> step;

    Factor(int steps, ToIntFunction<Before> step) {
        this.steps = steps;
        this.step = step;
    }

    int steps() {
        return steps;
    }

    int stepOf(Before before) {
        return step.applyAsInt(before);
    }

    private static int stepOf(int days) {
        int found = Arrays.binarySearch(LAST_DAYS, days);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Nothing known; else the share missed in sixths, as if two more sessions were known, a fifth of each missed: one
     * session alone says little.
     */
    private static int history(Before before) {
        return before.earlier() == 0 ? 0 : 1 + (int) ((before.missed() + 0.4) * 6 / (before.earlier() + 2));
    }
}
