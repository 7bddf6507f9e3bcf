package hotleads.core.sweeps;

import hotleads.core.connections.DateWindow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison and its result.
 *
 * @param cause why it stopped, as a stable word; null unless it did
 * @param windowsRead how many of its windows were read whole so far
 */
record Sweep(
        UUID id,
        SweepKind kind,
        SweepState state,
        @Nullable String cause,
        DateWindow window,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int windows,
        int windowsRead,
        Tally tally) {

    /** How many bookings were found in which way. */
    record Tally(int same, int underWay, int missing, int different, int extra) {}
}
