package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Someone's rhythm: the median of the last four gaps, from start to start, where it is one of 5 to 45 days. */
record UsualGap(long millis) {
    /** Four gaps lie between five sessions. */
    static final int SESSIONS = 5;

    private static final long DAY = Duration.ofDays(1).toMillis();

    static Optional<UsualGap> of(List<BookingFact> sessions) {
        if (sessions.size() < SESSIONS) {
            return Optional.empty();
        }
        return Optional.of(new UsualGap(median(lastGaps(sessions)))).filter(UsualGap::isRhythm);
    }

    /** Tenths of the gap after an instant: 12 is 1.2 gaps later. */
    Instant afterTenths(int tenths, Instant start) {
        return start.plusMillis(millis * tenths / 10);
    }

    long wholeDays() {
        return (millis + DAY / 2) / DAY;
    }

    private boolean isRhythm() {
        return millis >= 5 * DAY && millis <= 45 * DAY;
    }

    private static long[] lastGaps(List<BookingFact> sessions) {
        List<BookingFact> last = sessions.subList(sessions.size() - SESSIONS, sessions.size());
        return IntStream.range(1, SESSIONS)
                .mapToLong(i -> Duration.between(
                                last.get(i - 1).startsAt(), last.get(i).startsAt())
                        .toMillis())
                .sorted()
                .toArray();
    }

    private static long median(long[] four) {
        return (four[1] + four[2]) / 2;
    }
}
