package hotleads.core.portal;

import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.acts.Acts;
import hotleads.core.connections.AcuityAccess;
import hotleads.core.observations.Booking;
import hotleads.core.ownclients.OwnRecord;
import hotleads.core.portal.OwnBookings.BookingsPage;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.net.URI;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client's bookings: seen, joined, put into a calendar, and changed at Acuity, whose they are. */
@RestController
@RequestMapping("/api/me/bookings")
class OwnBookingsController {
    private static final String BOOKING = "booking";

    private final OwnRecord own;
    private final OwnBookings bookings;
    private final BookingChanges changes;
    private final AcuityAccess acuity;
    private final Acts acts;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    OwnBookingsController(
            OwnRecord own,
            OwnBookings bookings,
            BookingChanges changes,
            AcuityAccess acuity,
            Acts acts,
            PracticeClock clock,
            TransactionTemplate transaction,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.own = own;
        this.bookings = bookings;
        this.changes = changes;
        this.acuity = acuity;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
        this.zone = zone;
    }

    /** Where to go, asked from Acuity this very moment and kept by nobody. */
    record Way(URI address) {
        @Override
        public String toString() {
            return "[way]";
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public BookingsPage all(Caller caller) {
        UUID person = own.of(caller);
        acts.byPerson(caller, "bookings.read", "person", person.toString());
        return new BookingsPage(clock.instant(), zone.getId(), bookings.of(person));
    }

    @PostMapping(path = "/{bookingId}/join", produces = MediaType.APPLICATION_JSON_VALUE)
    Way join(Caller caller, @PathVariable long bookingId) {
        Booking booking = bookings.ahead(own.of(caller), bookingId);
        if (!bookings.mayJoin(booking)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-early", "Join from 15 minutes before it begins");
        }
        // Committed before Acuity is asked: no connection waits for it.
        acts.byPerson(caller, "booking.joined", BOOKING, Long.toString(bookingId));
        return way(bookingId, AppointmentLinks::join);
    }

    /** Their page at Acuity, and from now on we wait for what it tells. */
    @PostMapping(path = "/{bookingId}/change", produces = MediaType.APPLICATION_JSON_VALUE)
    Way change(Caller caller, @PathVariable long bookingId) {
        Booking booking = bookings.ahead(own.of(caller), bookingId);
        transaction.executeWithoutResult(status -> {
            changes.begin(bookingId, booking.observationId(), clock.instant());
            acts.byPerson(caller, "booking.change-begun", BOOKING, Long.toString(bookingId));
        });
        return way(bookingId, AppointmentLinks::change);
    }

    @PostMapping("/{bookingId}/change/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void changedNothing(Caller caller, @PathVariable long bookingId) {
        bookings.ahead(own.of(caller), bookingId);
        changes.end(bookingId, clock.instant());
        acts.byPerson(caller, "booking.change-ended", BOOKING, Long.toString(bookingId));
    }

    @GetMapping(path = "/{bookingId}/calendar", produces = "text/calendar")
    @Transactional
    public ResponseEntity<String> calendar(Caller caller, @PathVariable long bookingId) {
        Booking booking = bookings.ahead(own.of(caller), bookingId);
        acts.byPerson(caller, "booking.calendar-taken", BOOKING, Long.toString(bookingId));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=appointment.ics")
                .body(new CalendarEntry(bookingId, booking.startsAt(), booking.durationMinutes(), clock.instant())
                        .text());
    }

    private Way way(long bookingId, Function<AppointmentLinks, @Nullable URI> which) {
        ProviderAnswer<AppointmentLinks> answer = acuity.links(bookingId);
        AppointmentLinks links = answer.content();
        if (answer.outcome() != ProviderOutcome.OK || links == null) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "acuity-away", "Acuity does not answer just now");
        }
        URI address = which.apply(links);
        if (address == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-link", "There is no link for this session");
        }
        return new Way(address);
    }
}
