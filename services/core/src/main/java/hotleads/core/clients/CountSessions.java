package hotleads.core.clients;

import hotleads.contracts.DigestLine;
import hotleads.contracts.PractitionersCalendars.Practitioner;
import hotleads.core.digest.CountsForPractitioners;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many sessions a practitioner has today, and of how many over a word of theirs is needed. */
@Component
class CountSessions implements CountsForPractitioners {
    private final Bookings bookings;
    private final UnclearSessions unclear;
    private final PracticeClock clock;
    private final ZoneId zone;

    CountSessions(
            Bookings bookings,
            UnclearSessions unclear,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.bookings = bookings;
        this.unclear = unclear;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Map<DigestLine, Integer> forPractitioner(Practitioner one) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        long sessions = bookings
                .heldIn(
                        one.calendars(),
                        today.atStartOfDay(zone).toInstant(),
                        today.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .filter(booking -> booking.state() == BookingState.BOOKED)
                .count();
        return Map.of(
                DigestLine.SESSIONS,
                Math.toIntExact(sessions),
                DigestLine.ATTENDANCE,
                unclear.in(one.calendars(), now).size());
    }
}
