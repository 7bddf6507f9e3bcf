package hotleads.core.calendars;

import hotleads.core.calendars.CalendarBookings.Session;
import hotleads.core.calendars.GoogleEvents.Stored;
import hotleads.core.calendars.OwnEventStore.Own;
import hotleads.core.hours.Stretch;
import hotleads.core.hours.WorkingPlan;
import hotleads.core.hours.WorkingPlans;
import hotleads.core.outbox.Outbox;
import hotleads.core.outbox.OutboxState;
import hotleads.core.outbox.Shipment;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceFreshness.Status;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts together what is known of some calendars over some days. */
@Component
class ShowCalendar {
    private final CalendarBookings bookings;
    private final GoogleEvents events;
    private final OwnEventStore own;
    private final OwnEvents ownEvents;
    private final Outbox outbox;
    private final WorkingPlans plans;
    private final GoogleAddresses addresses;
    private final SourceFreshness freshness;
    private final CalendarTitles titles;
    private final PracticeClock clock;
    private final ZoneId zone;

    ShowCalendar(
            CalendarBookings bookings,
            GoogleEvents events,
            OwnEventStore own,
            OwnEvents ownEvents,
            Outbox outbox,
            WorkingPlans plans,
            GoogleAddresses addresses,
            SourceFreshness freshness,
            CalendarTitles titles,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.bookings = bookings;
        this.events = events;
        this.own = own;
        this.ownEvents = ownEvents;
        this.outbox = outbox;
        this.plans = plans;
        this.addresses = addresses;
        this.freshness = freshness;
        this.titles = titles;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One calendar over some days.
     *
     * @param google null where no Google calendar belongs to it
     * @param shipments how the last thing sent about each session stands
     */
    record Column(
            long calendar,
            @Nullable Status google,
            List<Stretch> hours,
            boolean hoursKnown,
            List<LocalDate> daysAway,
            List<Session> sessions,
            List<Stored> busy,
            Map<Long, Own> own,
            Map<UUID, Shipment> shipments,
            Set<Long> atGoogle,
            List<Conflict> conflicts) {}

    ZoneId zone() {
        return zone;
    }

    Column column(long calendar, LocalDate first, LocalDate until) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = until.atStartOfDay(zone).toInstant();
        List<Long> one = List.of(calendar);
        List<Session> sessions = bookings.touching(one, from, to);
        List<Stored> there = events.touching(one, from, to);
        Set<Long> mentioned = Stream.concat(
                        sessions.stream().map(Session::id),
                        there.stream().flatMap(event -> Stream.ofNullable(event.booking())))
                .collect(Collectors.toSet());
        Map<Long, Own> decided = own.ofBookings(mentioned).stream()
                .filter(event -> event.calendar() == calendar)
                .collect(Collectors.toMap(Own::booking, event -> event));
        Map<UUID, Shipment> shipments = shipments(decided.values());
        Status status = addresses.mayHave(calendar) ? freshness.of(Source.GOOGLE, Long.toString(calendar)) : null;
        List<Stored> ours = events.ofBookings(mentioned).stream()
                .filter(event -> event.calendar() == calendar)
                .toList();
        WorkingPlan plan = plans.of(calendar);
        return new Column(
                calendar,
                status,
                plan.stretches(first, until, zone),
                plan.hoursKnown(),
                plan.daysAway(first, until),
                sessions,
                // What Google cannot tell just now is "unknown", and old blocks would look like the present.
                there.stream()
                        .filter(event -> event.busy() && event.booking() == null)
                        .toList(),
                decided,
                shipments,
                ours.stream()
                        .flatMap(event -> Stream.ofNullable(event.booking()))
                        .collect(Collectors.toSet()),
                FindConflicts.in(new FindConflicts.Known(
                        calendar,
                        sessions,
                        there,
                        session -> plan.allows(session.startsAt(), session.endsAt(), zone),
                        ours,
                        status == null ? Set.of() : settled(sessions, decided, shipments, status),
                        clock.instant())));
    }

    private Map<UUID, Shipment> shipments(Collection<Own> decided) {
        Map<UUID, Shipment> byDecision = new HashMap<>();
        outbox.of(decided.stream().map(Own::decision).toList())
                .forEach(shipment -> byDecision.put(shipment.decision(), shipment));
        return byDecision;
    }

    /** What reached Google before it was read last, or was given up: everything else is still on its way. */
    private Set<Long> settled(
            List<Session> sessions, Map<Long, Own> decided, Map<UUID, Shipment> shipments, Status status) {
        Instant fetchedTo = status.fetchedTo();
        if (fetchedTo == null || !status.mayBeBelieved()) {
            return Set.of();
        }
        Instant known = clock.at(fetchedTo);
        return decided.values().stream()
                .filter(event -> isSettled(shipments.get(event.decision()), known))
                .map(Own::booking)
                .collect(Collectors.toSet());
    }

    private static boolean isSettled(@Nullable Shipment shipment, Instant known) {
        if (shipment == null || shipment.state() == OutboxState.SENDING) {
            return false;
        }
        Instant at = shipment.settledAt();
        return shipment.state() != OutboxState.SAVED || at != null && at.isBefore(known);
    }

    /** Whether the event there was named as the practice wants it named now. */
    boolean isNamedRight(Own event) {
        return event.title().equals(titles.kind().word());
    }

    OwnEvents ownEvents() {
        return ownEvents;
    }
}
