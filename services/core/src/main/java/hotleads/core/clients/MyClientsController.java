package hotleads.core.clients;

import hotleads.core.acts.Acts;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.People;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Instant;
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

/** A practitioner's own clients. */
@RestController
class MyClientsController {
    private static final int MOST = 500;

    private final Bookings bookings;
    private final People people;
    private final PersonNames names;
    private final PersonActs personActs;
    private final OwnClients ownClients;
    private final ReportUnopened report;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;

    MyClientsController(
            Bookings bookings,
            People people,
            PersonNames names,
            PersonActs personActs,
            OwnClients ownClients,
            ReportUnopened report,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.bookings = bookings;
        this.people = people;
        this.names = names;
        this.personActs = personActs;
        this.ownClients = ownClients;
        this.report = report;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Whoever has the next session first.
     *
     * @param zone the practice's IANA zone
     * @param more whether there are others
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record ClientsPage(
            Instant asOf,
            String zone,
            List<ClientShown> items,
            boolean more,
            @Nullable UnopenedShown unopened) {}

    /**
     * One client.
     *
     * @param name null when it cannot be opened
     * @param held whether they are left alone for now
     * @param recordVersion to be sent back with an act
     */
    record ClientShown(
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            @Nullable Instant lastSessionAt,
            @Nullable Instant nextSessionAt,
            int sessions,
            boolean held,
            long recordVersion) {}

    @GetMapping(path = "/api/clients", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ClientsPage own(Caller caller) {
        Instant now = clock.instant();
        List<UUID> found = ownClients.all(caller, MOST + 1);
        List<UUID> page = found.stream().limit(MOST).toList();
        acts.byPerson(
                caller,
                "clients.viewed",
                "person",
                page.stream().map(UUID::toString).collect(Collectors.joining(",")));
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(page, unopened);
        Map<UUID, List<Booking>> theirs = bookings.ofEach(page);
        Map<UUID, List<ActDone>> done = personActs.ofEach(page);
        Map<UUID, Long> versions = people.versionsOf(page);
        return new ClientsPage(
                now,
                zone.getId(),
                page.stream()
                        .map(person -> shown(
                                person,
                                called.get(person),
                                theirs.getOrDefault(person, List.of()),
                                InForce.of(done.getOrDefault(person, List.of())).held(),
                                versions.getOrDefault(person, 0L),
                                now))
                        .toList(),
                found.size() > MOST,
                report.of(unopened));
    }

    private static ClientShown shown(
            UUID person, @Nullable String name, List<Booking> theirs, boolean held, long version, Instant now) {
        List<Instant> sessions = theirs.stream()
                .filter(one -> one.state() == BookingState.BOOKED)
                .map(Booking::startsAt)
                .toList();
        List<Instant> behind = sessions.stream().filter(at -> !at.isAfter(now)).toList();
        return new ClientShown(
                person,
                name,
                name == null ? null : PersonNames.initialsOf(name),
                behind.isEmpty() ? null : behind.getLast(),
                sessions.stream().filter(at -> at.isAfter(now)).findFirst().orElse(null),
                behind.size(),
                held,
                version);
    }
}
