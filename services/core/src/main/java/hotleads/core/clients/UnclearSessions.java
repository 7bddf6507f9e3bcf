package hotleads.core.clients;

import hotleads.core.attendance.AttendanceState;
import hotleads.core.attendance.Attendances;
import hotleads.core.attendance.Attendances.Held;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.InForce.Said;
import hotleads.core.triage.PersonActs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions of the last week of which nobody and nothing can say whether their client came. */
@Component
class UnclearSessions {
    /** Whoever was away for longer finds the older ones on the client's page. */
    private static final Duration BACK = Duration.ofDays(7);

    /** What was not fetched is not asked about: it may still come. */
    private static final Set<AttendanceState> UNCLEAR =
            Set.of(AttendanceState.UNCONFIRMED, AttendanceState.SOMEONE_JOINED, AttendanceState.NOT_ON_ZOOM);

    private final Bookings bookings;
    private final Attendances attendances;
    private final PersonActs acts;

    UnclearSessions(Bookings bookings, Attendances attendances, PersonActs acts) {
        this.bookings = bookings;
        this.attendances = attendances;
        this.acts = acts;
    }

    /** One of them, with how it stands. */
    record Unclear(Booking booking, AttendanceState state) {}

    /** The newest first. */
    List<Unclear> in(Collection<Long> calendars, Instant now) {
        List<Booking> over = bookings.heldIn(calendars, now.minus(BACK), now).reversed().stream()
                .filter(one -> one.state() == BookingState.BOOKED)
                .filter(one ->
                        !one.startsAt().plusSeconds(60L * one.durationMinutes()).isAfter(now))
                .toList();
        Set<UUID> people = over.stream().map(Booking::personId).collect(Collectors.toSet());
        Map<Long, Held> seen = attendances.ofEach(people);
        Map<UUID, List<ActDone>> done = acts.ofEach(people);
        return over.stream()
                .filter(one -> said(one, done) == null)
                .flatMap(one -> unclear(one, seen.get(one.id())).stream())
                .toList();
    }

    private static @Nullable Said said(Booking one, Map<UUID, List<ActDone>> done) {
        return InForce.of(done.getOrDefault(one.personId(), List.of()))
                .attendance()
                .get(one.id());
    }

    private static Optional<Unclear> unclear(Booking one, @Nullable Held seen) {
        return Optional.ofNullable(seen)
                .map(held -> held.judgement().state())
                .filter(UNCLEAR::contains)
                .map(state -> new Unclear(one, state));
    }
}
