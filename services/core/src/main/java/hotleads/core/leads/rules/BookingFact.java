package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Acuity booking as we have seen it.
 *
 * @param id Acuity's appointment id
 * @param createdAt when it was made; null where Acuity did not say
 * @param lastSeenActive the last fetch that showed it active; null when we never saw it so
 * @param firstSeenCancelled the first fetch or hook that showed it cancelled
 * @param cancellationExact a hook told us, so firstSeenCancelled is the time of cancellation itself
 * @param cancelledByUs an admin marked it so; Acuity does not tell who cancelled
 * @param receivedAt when the observation that decided the state came in
 */
public record BookingFact(
        long id,
        Instant startsAt,
        int durationMinutes,
        long calendarId,
        long typeId,
        BookingState state,
        @Nullable Instant createdAt,
        @Nullable Instant lastSeenActive,
        @Nullable Instant firstSeenCancelled,
        boolean cancellationExact,
        boolean cancelledByUs,
        Instant receivedAt) {

    public BookingFact {
        startsAt = Milliseconds.floor(startsAt);
        createdAt = Milliseconds.floorIfKnown(createdAt);
        lastSeenActive = Milliseconds.floorIfKnown(lastSeenActive);
        firstSeenCancelled = Milliseconds.floorIfKnown(firstSeenCancelled);
        receivedAt = Milliseconds.floor(receivedAt);
    }

    Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(durationMinutes));
    }

    boolean isActive() {
        return state == BookingState.ACTIVE;
    }

    boolean isCancelled() {
        return state == BookingState.CANCELLED;
    }

    boolean isMissed() {
        return state == BookingState.MISSED;
    }

    boolean wasMadeAfter(Instant instant) {
        return createdAt != null && createdAt.isAfter(instant);
    }

    Evidence asEvidence(@Nullable Instant happenedAt) {
        return new Evidence(Source.ACUITY, Long.toString(id), happenedAt, receivedAt);
    }
}
