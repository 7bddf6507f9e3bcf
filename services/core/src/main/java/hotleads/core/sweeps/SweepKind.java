package hotleads.core.sweeps;

import java.time.LocalDate;
import java.util.Locale;

/** Why a sweep runs, and so how far it looks. */
enum SweepKind {
    /** The very first goes back far enough to know everyone's rhythm. */
    FIRST(400, 120),
    REGULAR(7, 30),
    NIGHTLY(30, 120),
    /** Someone asked for it. */
    ASKED(30, 120);

    private final int daysBack;
    private final int daysAhead;

    SweepKind(int daysBack, int daysAhead) {
        this.daysBack = daysBack;
        this.daysAhead = daysAhead;
    }

    LocalDate from(LocalDate today) {
        return today.minusDays(daysBack);
    }

    LocalDate to(LocalDate today) {
        return today.plusDays(daysAhead);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SweepKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
