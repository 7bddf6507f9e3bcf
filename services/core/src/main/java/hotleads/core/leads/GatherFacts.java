package hotleads.core.leads;

import hotleads.core.leads.rules.BookingFact;
import hotleads.core.leads.rules.BookingState;
import hotleads.core.leads.rules.Facts;
import hotleads.core.leads.rules.Freshness;
import hotleads.core.leads.rules.MoveFact;
import hotleads.core.leads.rules.Standing;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Move;
import hotleads.core.observations.Moves;
import hotleads.core.people.People;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.triage.Permissions;
import hotleads.core.triage.PersonActs;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers all that the rules may know of people. */
@Component
class GatherFacts {
    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final Moves moves;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final People people;
    private final AcuityFreshness freshness;
    private final PracticeClock clock;

    GatherFacts(
            JdbcClient jdbc,
            Bookings bookings,
            Moves moves,
            Outcomes outcomes,
            PersonActs acts,
            People people,
            AcuityFreshness freshness,
            PracticeClock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.moves = moves;
        this.outcomes = outcomes;
        this.acts = acts;
        this.people = people;
        this.freshness = freshness;
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
        Freshness fresh = freshnessNow();
        return persons.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> gathered(
                                booked.getOrDefault(person, List.of()),
                                moved.getOrDefault(person, List.of()),
                                logged.getOrDefault(person, List.of()),
                                InForce.of(done.getOrDefault(person, List.of())),
                                contacts.getOrDefault(person, Contact.NONE),
                                openMatch.contains(person),
                                fresh)));
    }

    private static Gathered gathered(
            List<Booking> booked,
            List<Move> moved,
            List<Outcome> logged,
            InForce decided,
            Contact contact,
            boolean openMatch,
            Freshness fresh) {
        Permissions permissions = decided.permissions();
        Facts facts = new Facts(
                booked.stream()
                        .map(booking -> asFact(booking, decided.cancelledByUs().contains(booking.id())))
                        .toList(),
                moved.stream().map(GatherFacts::asFact).toList(),
                logged.stream()
                        .filter(outcome -> !outcome.undone())
                        .map(Outcome::asFact)
                        .toList(),
                decided.disputed(),
                new Standing(permissions.doNotContact(), decided.snooze(), false, openMatch, false, false, false),
                (contact.phone && permissions.mayPhone()) || (contact.email && permissions.mayWrite()),
                contact.changedAt,
                fresh);
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

    private record Contact(
            boolean email, boolean phone, @Nullable Instant changedAt) {
        static final Contact NONE = new Contact(false, false, null);
    }
}
