package hotleads.core.portal;

import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.time.PracticeClock;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A client's bookings as they see them. */
@Component
class OwnBookings {
    private static final Duration JOIN_BEFORE = Duration.ofMinutes(15);
    /** Acuity tells of a change within seconds; after so long there was none, or the next reading brings it. */
    private static final Duration WAITS = Duration.ofHours(2);

    private final Bookings bookings;
    private final BookingChanges changes;
    private final Calendars calendars;
    private final PracticeClock clock;

    OwnBookings(Bookings bookings, BookingChanges changes, Calendars calendars, PracticeClock clock) {
        this.bookings = bookings;
        this.changes = changes;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * All of them.
     *
     * @param asOf the practice's time
     * @param practiceZone the practice's IANA zone
     * @param items the oldest first
     */
    record BookingsPage(Instant asOf, String practiceZone, List<OwnBooking> items) {}

    /**
     * One of them.
     *
     * @param state {@code booked}, {@code over} or {@code cancelled}
     * @param cancelledSeenAt when we first saw that it was cancelled; null while it is not
     * @param joinFrom from when they may join
     * @param waiting whether they went to change it, and Acuity has told nothing yet
     */
    record OwnBooking(
            long id,
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            @Nullable String practitioner,
            String state,
            @Nullable Instant cancelledSeenAt,
            Instant joinFrom,
            boolean waiting) {}

    List<OwnBooking> of(UUID person) {
        List<Booking> all = bookings.of(person);
        Instant now = clock.instant();
        Map<Long, UUID> begun = changes.begunSince(all.stream().map(Booking::id).toList(), now.minus(WAITS));
        return all.stream()
                .map(one -> shown(one, now, one.observationId().equals(begun.get(one.id()))))
                .toList();
    }

    private OwnBooking shown(Booking one, Instant now, boolean waiting) {
        String state = state(one, now);
        return new OwnBooking(
                one.id(),
                one.startsAt(),
                one.durationMinutes(),
                calendars.sessionType(one.typeId()).orElse(null),
                calendars.practitioner(one.calendarId()).orElse(null),
                state,
                state.equals("cancelled") ? one.firstSeenCancelled() : null,
                joinFrom(one),
                waiting && state.equals("booked"));
    }

    /** Whether they came to a session that is over is no word for this page. */
    private static String state(Booking one, Instant now) {
        if (one.state() == BookingState.CANCELLED) {
            return "cancelled";
        }
        return one.state() == BookingState.BOOKED && end(one).isAfter(now) ? "booked" : "over";
    }

    /** Their own that is still to come; another's is not there. */
    Booking ahead(UUID person, long id) {
        return bookings.find(id)
                .filter(one -> one.personId().equals(person))
                .filter(one -> one.state() == BookingState.BOOKED && end(one).isAfter(clock.instant()))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such booking"));
    }

    boolean mayJoin(Booking one) {
        return !clock.instant().isBefore(joinFrom(one));
    }

    private static Instant joinFrom(Booking one) {
        return one.startsAt().minus(JOIN_BEFORE);
    }

    private static Instant end(Booking one) {
        return one.startsAt().plusSeconds(60L * one.durationMinutes());
    }
}
