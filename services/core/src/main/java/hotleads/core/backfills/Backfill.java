package hotleads.core.backfills;

import hotleads.core.connections.DateWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading from a date on, and how far it has come.
 *
 * @param state {@code running}, {@code paused} or {@code done}
 * @param cursor the last day of the window that comes next
 * @param failures how often in a row that window could not be read
 * @param cause why not, as a stable word; null when the last read went well
 * @param leftOut windows passed over because a record in them can never be taken in
 * @param took how long the windows done took, waiting for turns included
 */
record Backfill(
        UUID id,
        String state,
        LocalDate from,
        LocalDate to,
        LocalDate cursor,
        Instant askedAt,
        @Nullable Instant finishedAt,
        int failures,
        @Nullable String cause,
        int windows,
        int windowsDone,
        int leftOut,
        long rows,
        long newRows,
        Duration took) {

    boolean isRead() {
        return cursor.isBefore(from);
    }

    DateWindow next() {
        return new DateWindow(from, cursor).pieces().getFirst();
    }

    /** Null until the first window tells how long one takes. */
    @Nullable
    Duration remaining() {
        return windowsDone == 0
                ? null
                : took.multipliedBy(windows - windowsDone).dividedBy(windowsDone);
    }

    double rowsPerSecond() {
        return took.isZero() ? 0 : rows * 1_000.0 / took.toMillis();
    }
}
