package hotleads.core.sweeps;

import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sweep's report; times are the practice's.
 *
 * @param kind {@code first}, {@code regular}, {@code nightly} or {@code asked}
 * @param state {@code asked}, {@code running}, {@code whole} or {@code stopped}
 * @param causeCode why it stopped
 * @param from the first appointment date of the window it covers
 * @param to the last one
 * @param underWay found different while a hook had already told us: nothing was lost
 * @param missing at Acuity, unknown to us until then
 * @param extra ours, no longer at Acuity
 */
record SweepShown(
        UUID id,
        String kind,
        String state,
        @Nullable String causeCode,
        LocalDate from,
        LocalDate to,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int windows,
        int windowsRead,
        int same,
        int underWay,
        int missing,
        int different,
        int extra) {
    static SweepShown of(Sweep sweep, PracticeClock clock) {
        Sweep.Tally tally = sweep.tally();
        return new SweepShown(
                sweep.id(),
                sweep.kind().word(),
                sweep.state().word(),
                sweep.cause(),
                sweep.window().from(),
                sweep.window().to(),
                clock.at(sweep.askedAt()),
                at(sweep.startedAt(), clock),
                at(sweep.finishedAt(), clock),
                sweep.windows(),
                sweep.windowsRead(),
                tally.same(),
                tally.underWay(),
                tally.missing(),
                tally.different(),
                tally.extra());
    }

    private static @Nullable Instant at(@Nullable Instant real, PracticeClock clock) {
        return real == null ? null : clock.at(real);
    }
}
