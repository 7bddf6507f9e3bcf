package hotleads.core.leads;

import hotleads.core.attendance.Attendances;
import hotleads.core.attendance.Attendances.Held;
import hotleads.core.crm.CrmOfPeople;
import hotleads.core.leads.rules.BookingFact;
import hotleads.core.leads.rules.BookingState;
import hotleads.core.leads.rules.CrmFacts;
import hotleads.core.leads.rules.Facts;
import hotleads.core.leads.rules.Freshness;
import hotleads.core.leads.rules.MoveFact;
import hotleads.core.leads.rules.OpeningFact;
import hotleads.core.leads.rules.Standing;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Move;
import hotleads.core.observations.Moves;
import hotleads.core.openings.Opening;
import hotleads.core.openings.Openings;
import hotleads.core.people.People;
import hotleads.core.people.PeoplePast.Contact;
import hotleads.core.sources.Source;
import hotleads.core.time.PracticeClock;
import hotleads.core.tombstones.ErasuresUnderWay;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.triage.Permissions;
import hotleads.core.triage.PersonActs;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers all that the rules may know of people. */
@Component
class GatherFacts {
    private static final Contact NO_CONTACT = new Contact(false, false, null);

    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final Moves moves;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final People people;
    private final Attendances attendances;
    private final ZoomFreshness zoom;
    private final CrmOfPeople crm;
    private final Openings openings;
    private final AcuityFreshness freshness;
    private final KnownSources sources;
    private final ErasuresUnderWay erasures;
    private final PracticeClock clock;

    GatherFacts(
            JdbcClient jdbc,
            Bookings bookings,
            Moves moves,
            Outcomes outcomes,
            PersonActs acts,
            People people,
            Attendances attendances,
            ZoomFreshness zoom,
            CrmOfPeople crm,
            Openings openings,
            AcuityFreshness freshness,
            KnownSources sources,
            ErasuresUnderWay erasures,
            PracticeClock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.moves = moves;
        this.outcomes = outcomes;
        this.acts = acts;
        this.people = people;
        this.attendances = attendances;
        this.zoom = zoom;
        this.crm = crm;
        this.openings = openings;
        this.freshness = freshness;
        this.sources = sources;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** What the rules are asked about one person, and what it was made of. */
    record Gathered(List<Booking> bookings, List<Outcome> outcomes, InForce decided, Facts facts) {}

    /** Of all of them in a few questions: one by one, the questions would take longer than the rules. */
    Map<UUID, Gathered> ofEach(Collection<UUID> persons) {
        Map<UUID, List<Booking>> booked = bookings.ofEach(persons);
        Map<UUID, List<Move>> moved = moves.ofEach(persons);
        Map<UUID, List<Outcome>> logged = outcomes.ofEach(persons);
        Map<UUID, List<ActDone>> done = acts.ofEach(persons);
        Map<UUID, Contact> contacts = contactsOf(persons);
        Set<UUID> openMatch = people.withOpenMatch(persons);
        Set<UUID> underWay = erasures.among(persons);
        Map<Long, Held> seen = attendances.ofEach(persons);
        Map<UUID, CrmFacts> told = crm.factsOfEach(persons, sources.freshnessOf(Source.ZOHO));
        Map<UUID, List<Opening>> opened = openings.ofEach(booked);
        Fresh fresh = new Fresh(freshnessNow(), zoom.now());
        return persons.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> gathered(
                                booked.getOrDefault(person, List.of()),
                                moved.getOrDefault(person, List.of()),
                                logged.getOrDefault(person, List.of()),
                                InForce.of(done.getOrDefault(person, List.of())),
                                contacts.getOrDefault(person, NO_CONTACT),
                                openMatch.contains(person),
                                underWay.contains(person),
                                seen,
                                fresh,
                                told.getOrDefault(person, CrmFacts.NONE),
                                opened.getOrDefault(person, List.of()))));
    }

    /** What the rules are asked, of what was found. */
    static Gathered gathered(
            List<Booking> booked,
            List<Move> moved,
            List<Outcome> logged,
            InForce decided,
            Contact contact,
            boolean openMatch,
            boolean erasureUnderWay,
            Map<Long, Held> seen,
            Fresh fresh,
            CrmFacts told,
            List<Opening> opened) {
        Permissions permissions = decided.permissions();
        Facts facts = new Facts(
                booked.stream()
                        .map(booking -> asFact(booking, decided.cancelledByUs().contains(booking.id()))
                                .with(AttendanceKnown.asFact(
                                        booking,
                                        seen.get(booking.id()),
                                        decided.attendance().get(booking.id()))))
                        .toList(),
                moved.stream().map(GatherFacts::asFact).toList(),
                logged.stream()
                        .filter(outcome -> !outcome.undone())
                        .map(Outcome::asFact)
                        .toList(),
                decided.disputed(),
                new Standing(
                        permissions.doNotContact(),
                        decided.snooze(),
                        decided.held(),
                        openMatch,
                        erasureUnderWay,
                        false,
                        false),
                (contact.phone() && permissions.mayPhone()) || (contact.email() && permissions.mayWrite()),
                contact.changedAt(),
                fresh.acuity,
                fresh.zoom,
                told,
                opened.stream()
                        .map(one -> new OpeningFact(one.calendarId(), one.startsAt(), one.openedAt()))
                        .toList());
        return new Gathered(booked, logged, decided, facts);
    }

    private Map<UUID, Contact> contactsOf(Collection<UUID> persons) {
        return jdbc
                .sql("""
                        SELECT person_id, bool_or(email IS NOT NULL) AS email, bool_or(phone IS NOT NULL) AS phone,
                               CASE WHEN count(*) > 1 THEN max(created_at) END AS changed_at
                        FROM identity WHERE person_id = ANY (?) GROUP BY person_id
                        """)
                .param(persons.toArray(UUID[]::new))
                .query((row, number) -> {
                    Timestamp changed = row.getTimestamp("changed_at");
                    return Map.entry(
                            row.getObject("person_id", UUID.class),
                            new Contact(
                                    row.getBoolean("email"),
                                    row.getBoolean("phone"),
                                    changed == null ? null : changed.toInstant()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Since when we may be behind; a source that was never read says nothing, so nothing is asserted from its silence.
     */
    private Freshness freshnessNow() {
        AcuityFreshness.Known known = freshness.known();
        return switch (known.state()) {
            // Quiet is read as often as ever: what it lacks is being told in between.
            case ON_TIME, QUIET -> Freshness.ON_TIME;
            case LATE -> new Freshness(clock.at(known.since()), null);
            case STOPPED, ACTION_NEEDED, NOT_RUN_YET -> new Freshness(clock.at(known.since()), clock.at(known.since()));
        };
    }

    private static MoveFact asFact(Move move) {
        return new MoveFact(move.bookingId(), move.from(), move.to(), move.seenAt());
    }

    private static BookingFact asFact(Booking booking, boolean cancelledByUs) {
        return new BookingFact(
                booking.id(),
                booking.startsAt(),
                booking.durationMinutes(),
                booking.calendarId(),
                booking.typeId(),
                switch (booking.state()) {
                    case BOOKED -> BookingState.ACTIVE;
                    case CANCELLED, GONE -> BookingState.CANCELLED;
                    case MISSED -> BookingState.MISSED;
                },
                booking.bookedAt(),
                booking.lastSeenActive(),
                booking.firstSeenCancelled(),
                booking.cancellationExact(),
                cancelledByUs,
                booking.receivedAt());
    }

    /** How fresh the sources are that everyone's facts rest on. */
    record Fresh(Freshness acuity, Freshness zoom) {
        static final Fresh ON_TIME = new Fresh(Freshness.ON_TIME, Freshness.ON_TIME);
    }
}
