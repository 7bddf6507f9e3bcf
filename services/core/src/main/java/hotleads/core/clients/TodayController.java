package hotleads.core.clients;

import hotleads.core.acts.Acts;
import hotleads.core.clients.UnclearSessions.Unclear;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.people.People;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A practitioner's sessions of today, each with what to know before it in a line. */
@RestController
class TodayController {
    private final Bookings bookings;
    private final UnclearSessions unclear;
    private final People people;
    private final Calendars calendars;
    private final PersonNames names;
    private final ReportUnopened report;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;

    TodayController(
            Bookings bookings,
            UnclearSessions unclear,
            People people,
            Calendars calendars,
            PersonNames names,
            ReportUnopened report,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.bookings = bookings;
        this.unclear = unclear;
        this.people = people;
        this.calendars = calendars;
        this.names = names;
        this.report = report;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Today where the practice is.
     *
     * @param zone the practice's IANA zone
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record SessionsPage(
            Instant asOf,
            String zone,
            List<DaySession> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * One session.
     *
     * @param name null when it cannot be opened
     * @param state {@code booked} or {@code missed}
     * @param first whether they have had none before
     * @param lastAt when their last one began; null before the first
     * @param cancelledSince how many bookings were cancelled since then
     */
    record DaySession(
            long bookingId,
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            String state,
            boolean first,
            @Nullable Instant lastAt,
            int cancelledSince) {}

    /**
     * Sessions that are over and unclear.
     *
     * @param zone the practice's IANA zone
     * @param items the newest first
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record UnclearPage(
            Instant asOf,
            String zone,
            List<UnclearSession> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * One of them.
     *
     * @param name null when it cannot be opened
     * @param state {@code unconfirmed}, {@code someone-joined} or {@code not-on-zoom}
     * @param recordVersion to be sent back with what is said of it
     */
    record UnclearSession(
            long bookingId,
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant startsAt,
            String state,
            long recordVersion) {}

    @GetMapping(path = "/api/today/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public SessionsPage sessions(Caller caller) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Booking> found = bookings.heldIn(
                caller.acuityCalendars(),
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
        List<UUID> seen = found.stream().map(Booking::personId).distinct().toList();
        recordView(caller, seen);
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(seen, unopened);
        Map<UUID, List<Booking>> theirs = bookings.ofEach(seen);
        return new SessionsPage(
                now,
                zone.getId(),
                found.stream()
                        .map(one -> shown(one, called, theirs.getOrDefault(one.personId(), List.of())))
                        .toList(),
                report.of(unopened));
    }

    /** Of which a word of theirs is needed. */
    @GetMapping(path = "/api/today/attendance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public UnclearPage attendanceToConfirm(Caller caller) {
        Instant now = clock.instant();
        List<Unclear> found = unclear.in(caller.acuityCalendars(), now);
        List<UUID> seen =
                found.stream().map(one -> one.booking().personId()).distinct().toList();
        recordView(caller, seen);
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(seen, unopened);
        Map<UUID, Long> versions = people.versionsOf(seen);
        return new UnclearPage(
                now,
                zone.getId(),
                found.stream().map(one -> shown(one, called, versions)).toList(),
                report.of(unopened));
    }

    private void recordView(Caller caller, List<UUID> seen) {
        acts.byPerson(
                caller,
                "sessions.viewed",
                "person",
                seen.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private UnclearSession shown(Unclear one, Map<UUID, String> called, Map<UUID, Long> versions) {
        Booking booking = one.booking();
        String name = called.get(booking.personId());
        return new UnclearSession(
                booking.id(),
                booking.personId(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                booking.startsAt(),
                one.state().word(),
                versions.getOrDefault(booking.personId(), 0L));
    }

    private DaySession shown(Booking one, Map<UUID, String> called, List<Booking> theirs) {
        String name = called.get(one.personId());
        Instant last = theirs.stream()
                .filter(other ->
                        other.state() == BookingState.BOOKED && other.startsAt().isBefore(one.startsAt()))
                .map(Booking::startsAt)
                .reduce((earlier, later) -> later)
                .orElse(null);
        long cancelled = theirs.stream()
                .filter(other -> other.state() == BookingState.CANCELLED
                        && other.startsAt().isBefore(one.startsAt()))
                .filter(other -> last == null || other.startsAt().isAfter(last))
                .count();
        return new DaySession(
                one.id(),
                one.personId(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                one.startsAt(),
                one.durationMinutes(),
                calendars.sessionType(one.typeId()).orElse(null),
                one.state().word(),
                last == null,
                last,
                Math.toIntExact(cancelled));
    }
}
