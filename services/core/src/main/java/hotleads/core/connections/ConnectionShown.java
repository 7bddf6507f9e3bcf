package hotleads.core.connections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source; times are the practice's.
 *
 * @param state {@code on-time}, {@code quiet}, {@code late}, {@code stopped}, {@code action-needed}, {@code running},
 *     {@code paused}, {@code not-run-yet} or {@code not-connected}
 * @param lagSeconds how long ago it last answered
 * @param nextTryAt until when it asked us to stay away, while it does
 * @param hooks null where we do not know when it tells us something by itself
 * @param pausedAt since when a person keeps it from being fetched
 * @param nothingSince since when it answers that there is nothing though something was due
 * @param causeKey the sentence that says what is wrong and what to do, such as {@code acuity.key-changed}
 * @param days its runs of the last 30 days, the oldest first; a day without runs is left out
 */
public record ConnectionShown(
        String source,
        String state,
        @Nullable Instant lastSuccessAt,
        @Nullable Long lagSeconds,
        @Nullable Instant nextRunAt,
        @Nullable Instant nextTryAt,
        @Nullable RunShown lastRun,
        @Nullable HooksShown hooks,
        @Nullable Instant pausedAt,
        @Nullable Instant nothingSince,
        @Nullable String causeKey,
        List<DayShown> days) {
    /** What the last reads brought: rows in all, how many told something new, how many were set aside. */
    public record RunShown(Instant readAt, int fetched, int changed, int skipped) {}

    /**
     * How it tells us by itself.
     *
     * @param madeHere how many of its hooks we made; none when they are made by hand
     * @param quietSince since when it told nothing though something happened
     * @param causeKey what keeps hooks from coming or from being made
     */
    public record HooksShown(
            @Nullable Instant lastReceivedAt,
            int madeHere,
            @Nullable Instant quietSince,
            @Nullable String causeKey) {}

    /** How many runs of a day, in the practice's zone, ended well and how many did not. */
    public record DayShown(LocalDate day, int well, int badly) {}
}
