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
 * @param attendance whether they came, as far as anybody saw
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
        Instant receivedAt,
        AttendanceFact attendance) {

    public BookingFact {
        startsAt = Milliseconds.floor(startsAt);
        createdAt = Milliseconds.floorIfKnown(createdAt);
        lastSeenActive = Milliseconds.floorIfKnown(lastSeenActive);
        firstSeenCancelled = Milliseconds.floorIfKnown(firstSeenCancelled);
        receivedAt = Milliseconds.floor(receivedAt);
    }

    /** One of whose attendance nothing is known. */
    public BookingFact(
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
        this(
                id,
                startsAt,
                durationMinutes,
                calendarId,
                typeId,
                state,
                createdAt,
                lastSeenActive,
                firstSeenCancelled,
                cancellationExact,
                cancelledByUs,
                receivedAt,
                AttendanceFact.UNKNOWN);
    }

    public BookingFact with(AttendanceFact known) {
        return new BookingFact(
                id,
                startsAt,
                durationMinutes,
                calendarId,
                typeId,
                state,
                createdAt,
                lastSeenActive,
                firstSeenCancelled,
                cancellationExact,
                cancelledByUs,
                receivedAt,
                known);
    }

    Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(durationMinutes));
    }

    boolean isActive() {
        return state == BookingState.ACTIVE;
    }

    /** When we learned who was there. */
    Instant attendanceKnownAt() {
        Instant received = attendance.receivedAt();
        return received == null ? receivedAt : received;
    }

    Evidence attendanceEvidence() {
        return new Evidence(Source.ZOOM, Long.toString(id), startsAt, attendanceKnownAt());
    }

    boolean isCancelled() {
        return state == BookingState.CANCELLED;
    }

    /** Acuity's mark, unless a person said that they came; or what was seen of an active booking. */
    boolean isMissed() {
        return switch (state) {
            case ACTIVE -> attendance.isMissed();
            case MISSED -> !attendance.isAttendedByWord();
            case CANCELLED -> false;
        };
    }

    /** A session that may count as one: over or ahead, and not known to have been missed. */
    boolean isSession() {
        return isActive() && !attendance.isMissed() || state == BookingState.MISSED && attendance.isAttendedByWord();
    }

    boolean wasMadeAfter(Instant instant) {
        return createdAt != null && createdAt.isAfter(instant);
    }

    Evidence asEvidence(@Nullable Instant happenedAt) {
        return new Evidence(Source.ACUITY, Long.toString(id), happenedAt, receivedAt);
    }
}
