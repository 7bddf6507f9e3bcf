package hotleads.core.hours;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, where the practice is: the first and the last on which a practitioner is not there. Of a practitioner
 * without an account it is told by their calendar; one of the two is always there.
 */
record Absence(
        UUID id, @Nullable UUID practitioner, @Nullable Long calendar, LocalDate from, LocalDate until) {
    private static final int LONGEST_DAYS = 366;

    /** What speaks against it today; so far in the past or so long is a slip of the hand. */
    enum Fault {
        BACKWARDS("absence-backwards", "The last day is before the first"),
        OVER("absence-over", "The last day has passed"),
        TOO_LONG("absence-too-long", "A year is the longest");

        final String code;
        final String title;

        Fault(String code, String title) {
            this.code = code;
            this.title = title;
        }
    }

    Optional<Fault> faultOn(LocalDate today) {
        if (until.isBefore(from)) {
            return Optional.of(Fault.BACKWARDS);
        }
        if (until.isBefore(today)) {
            return Optional.of(Fault.OVER);
        }
        return from.plusDays(LONGEST_DAYS).isBefore(until) ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }
}
