package hotleads.sync.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A provider's time, as long as it lies in the years 1 to 9999: Java reads far more of them than PostgreSQL keeps. */
public final class PlainTime {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9_999, 12, 31);
    private static final Instant FIRST_MOMENT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private PlainTime() {}

    /** Null for any other. */
    public static @Nullable Instant of(Instant moment) {
        return moment.isBefore(FIRST_MOMENT) || !moment.isBefore(END) ? null : moment;
    }

    /** Null for any other. */
    public static @Nullable LocalDate of(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
    }
}
