package hotleads.core.calendars;

import hotleads.core.acts.Acts;
import hotleads.core.calendars.CalendarBookings.Session;
import hotleads.core.calendars.OwnEventStore.Own;
import hotleads.core.calendars.ShowCalendar.Column;
import hotleads.core.live.LiveVersion;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.outbox.Shipment;
import hotleads.core.people.PersonNames;
import hotleads.core.sources.SourceFreshness.Status;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar screen: administrators see everybody's, practitioners their own. */
@RestController
class CalendarController {
    private static final long MOST_DAYS = 42;

    private final ShowCalendar show;
    private final Calendars calendars;
    private final Bookings bookings;
    private final PersonNames names;
    private final ReportUnopened report;
    private final Acts acts;
    private final LiveVersion version;
    private final PracticeClock clock;

    CalendarController(
            ShowCalendar show,
            Calendars calendars,
            Bookings bookings,
            PersonNames names,
            ReportUnopened report,
            Acts acts,
            LiveVersion version,
            PracticeClock clock) {
        this.show = show;
        this.calendars = calendars;
        this.bookings = bookings;
        this.names = names;
        this.report = report;
        this.acts = acts;
        this.version = version;
        this.clock = clock;
    }

    /**
     * Some calendars over some days.
     *
     * @param zone the practice's IANA zone
     * @param calendars those asked for, each a column
     * @param choice all the caller may see
     */
    record CalendarShown(
            Instant asOf,
            long version,
            String zone,
            LocalDate from,
            LocalDate until,
            List<ColumnShown> calendars,
            List<CalendarChoice> choice) {}

    /** A calendar one may look at. */
    record CalendarChoice(long id, String practitioner) {}

    /**
     * One calendar.
     *
     * @param google how its Google calendar stands; null where none belongs to it
     * @param hoursKnown whether anybody told us when this practitioner works
     * @param daysAway of the days shown, those on which they are away
     */
    record ColumnShown(
            long id,
            String practitioner,
            @Nullable GoogleShown google,
            boolean hoursKnown,
            List<TimeShown> hours,
            List<LocalDate> daysAway,
            List<SessionShown> sessions,
            List<BusyShown> busy,
            List<ConflictShown> conflicts) {}

    /**
     * How a Google calendar stands.
     *
     * @param state as on Connections; only {@code on-time} and {@code late} say when somebody is free
     * @param fetchedTo up to when it is known, by the practice's clock
     */
    record GoogleShown(
            String state,
            @Nullable Instant fetchedTo,
            @Nullable String causeKey) {}

    /** A stretch of time. */
    record TimeShown(Instant from, Instant until) {}

    /** Busy at Google; what with is nobody's matter here. */
    record BusyShown(Instant from, Instant until, boolean allDay, boolean tentative) {}

    /**
     * A session.
     *
     * @param google {@code none}, {@code sending}, {@code saved}, {@code not-saved}, or {@code absent} where no
     *     calendar at Google belongs to it
     * @param titleRight whether it is named there as the practice wants now
     */
    record SessionShown(
            long id,
            UUID personId,
            @Nullable String name,
            @Nullable String typeName,
            Instant from,
            Instant until,
            String google,
            @Nullable String causeKey,
            @Nullable Instant savedAt,
            boolean titleRight) {}

    /**
     * Something to decide.
     *
     * @param kind {@code double-booking}, {@code on-busy}, {@code outside-hours}, {@code not-in-google},
     *     {@code moved-in-google} or {@code only-in-google}
     */
    record ConflictShown(
            String kind,
            @Nullable Long bookingId,
            @Nullable Long otherBookingId,
            Instant from,
            Instant until,
            @Nullable Instant elsewhere) {}

    @GetMapping(path = "/api/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    // What was refused is recorded too.
    @Transactional(noRollbackFor = Problem.class)
    public CalendarShown calendar(
            Caller caller,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long calendar) {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < 1 || days > MOST_DAYS) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-days", "Ask for at least one day and at most " + MOST_DAYS);
        }
        long atLeast = version.current();
        SortedMap<Long, String> visible = visibleTo(caller);
        if (calendar != null && !visible.containsKey(calendar)) {
            throw notThere();
        }
        Unopened unopened = new Unopened();
        List<Column> columns = (calendar == null ? List.copyOf(visible.keySet()) : List.of(calendar))
                .stream().map(one -> show.column(one, from, until)).toList();
        Map<UUID, String> called = names.of(
                columns.stream()
                        .flatMap(column -> column.sessions().stream().map(Session::person))
                        .distinct()
                        .toList(),
                unopened);
        report.of(unopened);
        record(caller, columns);
        return new CalendarShown(
                clock.instant(),
                atLeast,
                show.zone().getId(),
                from,
                until,
                columns.stream()
                        .map(column -> shown(column, visible.getOrDefault(column.calendar(), ""), called))
                        .toList(),
                visible.entrySet().stream()
                        .map(one -> new CalendarChoice(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Puts the event at Google as it should be: made anew, moved back, or named as the practice wants now. */
    @PostMapping("/api/calendar/sessions/{bookingId}/google")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public void toGoogle(Caller caller, @PathVariable long bookingId) {
        Booking booking = bookings.find(bookingId).orElseThrow(CalendarController::notThere);
        if (!visibleTo(caller).containsKey(booking.calendarId())) {
            throw notThere();
        }
        if (!show.ownEvents().isToBeThere(booking)) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "not-for-google",
                    "Only sessions ahead, with a calendar at Google, are put there");
        }
        show.ownEvents().putAgain(booking);
        acts.byPerson(
                caller, "calendar.event-asked", "person", booking.personId().toString());
    }

    private SortedMap<Long, String> visibleTo(Caller caller) {
        SortedMap<Long, String> all = calendars.practitioners();
        if (caller.role() != Role.ADMIN) {
            all.keySet().retainAll(caller.acuityCalendars());
        }
        return all;
    }

    private static Problem notThere() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such calendar or session");
    }

    private void record(Caller caller, List<Column> columns) {
        String people = columns.stream()
                .flatMap(column -> column.sessions().stream().map(Session::person))
                .distinct()
                .map(UUID::toString)
                .collect(Collectors.joining(","));
        acts.byPerson(caller, "calendar.viewed", "person", people);
    }

    private ColumnShown shown(Column column, String practitioner, Map<UUID, String> called) {
        return new ColumnShown(
                column.calendar(),
                practitioner,
                google(column.google()),
                column.hoursKnown(),
                column.hours().stream()
                        .map(one -> new TimeShown(one.from(), one.until()))
                        .toList(),
                column.daysAway(),
                sessions(column, called),
                column.busy().stream()
                        .map(event ->
                                new BusyShown(event.startsAt(), event.endsAt(), event.allDay(), event.tentative()))
                        .toList(),
                column.conflicts().stream()
                        .map(one -> new ConflictShown(
                                one.kind().word(),
                                one.booking(),
                                one.other(),
                                one.startsAt(),
                                one.endsAt(),
                                one.elsewhere()))
                        .toList());
    }

    private @Nullable GoogleShown google(@Nullable Status status) {
        if (status == null) {
            return null;
        }
        Instant to = status.fetchedTo();
        return new GoogleShown(
                status.state().word(),
                to == null ? null : clock.at(to),
                status.cause() == null ? null : "google." + status.cause());
    }

    private List<SessionShown> sessions(Column column, Map<UUID, String> called) {
        List<SessionShown> shown = new ArrayList<>();
        for (Session session : column.sessions()) {
            Own own = column.own().get(session.id());
            Shipment shipment = own == null ? null : column.shipments().get(own.decision());
            shown.add(new SessionShown(
                    session.id(),
                    session.person(),
                    called.get(session.person()),
                    calendars.sessionType(session.type()).orElse(null),
                    session.startsAt(),
                    session.endsAt(),
                    column.google() == null
                            ? "absent"
                            : shipment == null ? "none" : shipment.state().word(),
                    shipment == null ? null : shipment.cause(),
                    shipment == null ? null : shipment.settledAt(),
                    own == null || show.isNamedRight(own)));
        }
        return shown;
    }
}
