package hotleads.core.observations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as derived from what Acuity answered.
 *
 * @param receivedAt when the answer it stands on came
 * @param bookedAt when the client booked, if Acuity said
 * @param lastSeenActive the last time it was surely not cancelled; null when it was never seen active
 * @param firstSeenCancelled when it was first known to be cancelled; null while it is not
 * @param cancellationExact whether a hook told the moment, so that {@code firstSeenCancelled} is more than an upper
 *     bound
 */
public record Booking(
        long id,
        UUID personId,
        UUID identityId,
        UUID observationId,
        long ticket,
        Instant receivedAt,
        BookingState state,
        Instant startsAt,
        int durationMinutes,
        long calendarId,
        long typeId,
        @Nullable Instant bookedAt,
        @Nullable Instant lastSeenActive,
        @Nullable Instant firstSeenCancelled,
        boolean cancellationExact) {

    /** While it is active, the last time it was seen so moves with every look, and nobody is judged by it. */
    boolean tellsTheSameAs(Booking other) {
        return unseen().equals(other.unseen());
    }

    private Booking unseen() {
        return new Booking(
                id,
                personId,
                identityId,
                observationId,
                ticket,
                receivedAt,
                state,
                startsAt,
                durationMinutes,
                calendarId,
                typeId,
                bookedAt,
                state == BookingState.BOOKED ? null : lastSeenActive,
                firstSeenCancelled,
                cancellationExact);
    }
}
