package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bookings of 50 minutes whose id is their start in seconds and which Acuity gives no time of making for. */
final class SomeBooking {
    private SomeBooking() {}

    static BookingFact at(Instant startsAt) {
        return booking(startsAt, BookingState.ACTIVE, null, null, false);
    }

    static BookingFact missed(Instant startsAt) {
        return booking(startsAt, BookingState.MISSED, null, startsAt, true);
    }

    /** A hook told us at the moment itself. */
    static BookingFact cancelled(Instant startsAt, Instant at) {
        return booking(startsAt, BookingState.CANCELLED, null, at, true);
    }

    /** Found by looking: still active at one instant, cancelled at a later one. */
    static BookingFact foundCancelled(Instant startsAt, @Nullable Instant lastActive, @Nullable Instant firstSeen) {
        return booking(startsAt, BookingState.CANCELLED, lastActive, firstSeen, false);
    }

    static BookingFact madeAt(Instant createdAt, BookingFact booking) {
        return copy(booking, createdAt, booking.cancelledByUs());
    }

    static BookingFact byUs(BookingFact booking) {
        return copy(booking, booking.createdAt(), true);
    }

    private static BookingFact copy(BookingFact like, @Nullable Instant createdAt, boolean byUs) {
        return new BookingFact(
                like.id(),
                like.startsAt(),
                like.durationMinutes(),
                like.calendarId(),
                like.typeId(),
                like.state(),
                createdAt,
                like.lastSeenActive(),
                like.firstSeenCancelled(),
                like.cancellationExact(),
                byUs,
                like.receivedAt());
    }

    private static BookingFact booking(
            Instant startsAt,
            BookingState state,
            @Nullable Instant lastActive,
            @Nullable Instant firstCancelled,
            boolean exact) {
        Instant received = firstCancelled == null ? startsAt.minus(Duration.ofDays(14)) : firstCancelled;
        return new BookingFact(
                startsAt.getEpochSecond(),
                startsAt,
                50,
                4038206,
                14792299,
                state,
                null,
                lastActive,
                firstCancelled,
                exact,
                false,
                received);
    }
}
