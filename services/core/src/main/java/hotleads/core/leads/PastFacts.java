package hotleads.core.leads;

import hotleads.core.attendance.Attendances;
import hotleads.core.attendance.Attendances.Held;
import hotleads.core.crm.CrmOfPeople;
import hotleads.core.crm.CrmPast;
import hotleads.core.observations.BookingHistories;
import hotleads.core.observations.BookingHistory;
import hotleads.core.observations.Move;
import hotleads.core.observations.Moves;
import hotleads.core.people.PeoplePast;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.triage.PersonActs;
import hotleads.core.triage.Undone;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was known of people at any time: by what had been received by then, and by acts that held then. Who is who, and
 * how an attendance was judged in the end, is taken as it is now. Whether a source was late then is not kept, nor which
 * times had come free: nothing of these is in a past.
 */
@Component
public class PastFacts {
    private final BookingHistories bookings;
    private final Moves moves;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final Undone undone;
    private final Attendances attendances;
    private final CrmOfPeople crm;
    private final PeoplePast people;
    private final GatherFacts now;

    PastFacts(
            BookingHistories bookings,
            Moves moves,
            Outcomes outcomes,
            PersonActs acts,
            Undone undone,
            Attendances attendances,
            CrmOfPeople crm,
            PeoplePast people,
            GatherFacts now) {
        this.bookings = bookings;
        this.moves = moves;
        this.outcomes = outcomes;
        this.acts = acts;
        this.undone = undone;
        this.attendances = attendances;
        this.crm = crm;
        this.people = people;
        this.now = now;
    }

    /** Of all of them in a few questions; a booking that does not open is left out. */
    public Map<UUID, Past> ofEach(Collection<UUID> persons, Unopened unopened) {
        Map<UUID, List<BookingHistory>> booked = bookings.ofEach(persons, unopened);
        Map<UUID, List<Move>> moved = moves.ofEach(persons);
        Map<UUID, List<Outcome>> logged = outcomes.ofEach(persons);
        Map<UUID, List<ActDone>> done = acts.ofEach(persons);
        Map<UUID, Instant> takenBack = undone.ofEach(persons);
        Map<Long, Held> seen = attendances.ofEach(persons);
        Map<UUID, CrmPast> told = crm.pastOfEach(persons);
        Map<UUID, PeoplePast.Known> known = people.ofEach(persons);
        Map<UUID, GatherFacts.Gathered> present = now.ofEach(persons);
        return persons.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> new Past(
                                booked.getOrDefault(person, List.of()),
                                moved.getOrDefault(person, List.of()),
                                logged.getOrDefault(person, List.of()),
                                done.getOrDefault(person, List.of()),
                                takenBack,
                                seen,
                                told.getOrDefault(person, CrmPast.NONE),
                                known.getOrDefault(person, PeoplePast.Known.NOTHING),
                                java.util.Objects.requireNonNull(present.get(person))
                                        .facts())));
    }
}
