package hotleads.core.ownclients;

import hotleads.core.observations.Bookings;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Administrators know everybody; a practitioner knows who has a booking in one of their calendars, in the last 24
 * months or ahead. Everybody else is not there for them: not found, not forbidden, so that nobody learns who is a
 * client of the practice.
 */
@Component
public class OwnClients {
    private static final Period BACK = Period.ofMonths(24);

    private final Bookings bookings;
    private final PracticeClock clock;

    OwnClients(Bookings bookings, PracticeClock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    public boolean mayKnow(Caller caller, UUID person) {
        return switch (caller.role()) {
            case ADMIN -> true;
            case PRACTITIONER -> bookings.anyIn(caller.acuityCalendars(), person, since());
            // No client has a way to core yet.
            case CLIENT -> false;
        };
    }

    private Instant since() {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(BACK).toInstant();
    }
}
