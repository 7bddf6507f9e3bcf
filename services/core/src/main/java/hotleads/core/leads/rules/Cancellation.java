package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cancelled booking, and the edges of what we know of when: Acuity tells neither when nor by whom. */
record Cancellation(BookingFact booking) {

    /** Those that leave a hole: not ours, not followed by another booking, and nothing booked now. */
    static List<Cancellation> notRebooked(Situation situation) {
        if (situation.isBooked()) {
            return List.of();
        }
        return situation.facts().bookings().stream()
                .filter(booking -> booking.isCancelled() && !booking.cancelledByUs())
                .map(Cancellation::new)
                .filter(cancellation -> !cancellation.isRebooked(situation.facts()))
                .toList();
    }

    /** By then it was cancelled. */
    Instant latest() {
        Instant firstSeen = booking.firstSeenCancelled();
        return firstSeen == null ? booking.receivedAt() : firstSeen;
    }

    /** Until then it was not; null when we never saw it active. */
    @Nullable
    Instant earliest() {
        return booking.cancellationExact() ? latest() : booking.lastSeenActive();
    }

    /** When it happened, null unless a hook told us. */
    @Nullable
    Instant exactly() {
        return booking.cancellationExact() ? latest() : null;
    }

    Course course() {
        return Course.knownAndFading(latest(), booking.cancellationExact() ? latest() : booking.startsAt());
    }

    /** From an instant to the booking's start, never less than nothing: some are cancelled afterwards. */
    Duration noticeFrom(Instant cancelled) {
        Duration notice = Duration.between(cancelled, booking.startsAt());
        return notice.isNegative() ? Duration.ZERO : notice;
    }

    Evidence asEvidence() {
        return booking.asEvidence(exactly());
    }

    private boolean isRebooked(Facts facts) {
        Instant hole = booking.startsAt().isBefore(latest()) ? booking.startsAt() : latest();
        return facts.hasBookingMadeAfter(latest())
                || facts.bookings().stream()
                        .anyMatch(other ->
                                !other.isCancelled() && other.startsAt().isAfter(hole));
    }
}
