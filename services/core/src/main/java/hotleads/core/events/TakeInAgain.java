package hotleads.core.events;

import hotleads.contracts.ProviderOutcome;
import hotleads.core.connections.LookAgain;
import hotleads.core.leads.Evaluations;
import hotleads.core.observations.Appointments;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a booking and the places of its people anew, or tells what would be different if it did. */
@Component
class TakeInAgain {
    private final Appointments appointments;
    private final Bookings bookings;
    private final Evaluations evaluations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PracticeClock clock;

    TakeInAgain(
            Appointments appointments,
            Bookings bookings,
            Evaluations evaluations,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PracticeClock clock) {
        this.appointments = appointments;
        this.bookings = bookings;
        this.evaluations = evaluations;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many bookings, and how many people's scores or places, are different. */
    record Difference(int bookings, int scores) {}

    /**
     * The same acts as in earnest, in a transaction that is taken back: so the answer cannot differ from what would
     * happen.
     */
    Difference dryRun(long appointment, LookAgain.Read read) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return apply(appointment, read);
        });
    }

    /** From what is held already; belongs to the caller's transaction. */
    void fromWhatIsHeld(long appointment) {
        Optional<Booking> before = bookings.find(appointment);
        Set<UUID> touched = appointments.takeAgain(appointment);
        if (isSame(before, bookings.find(appointment))) {
            // Not a change of facts: whoever has the person open must not be told of one.
            evaluations.evaluateAgain(touched);
        } else {
            evaluations.evaluate(touched);
        }
    }

    private Difference apply(long appointment, LookAgain.Read read) {
        Instant now = clock.instant();
        Optional<Booking> before = bookings.find(appointment);
        Set<UUID> touched = new LinkedHashSet<>(appointments.take(read.answer().appointments(), read.ticket(), now));
        if (read.answer().outcome() == ProviderOutcome.GONE) {
            touched.addAll(appointments.takeGone(appointment, read.ticket(), now));
        }
        touched.addAll(appointments.takeAgain(appointment));
        Map<UUID, Place> placesBefore = places(touched);
        evaluations.evaluate(touched);
        Map<UUID, Place> placesAfter = places(touched);
        return new Difference(isSame(before, bookings.find(appointment)) ? 0 : 1, (int) touched.stream()
                .filter(person -> !Objects.equals(placesBefore.get(person), placesAfter.get(person)))
                .count());
    }

    /** Which answer a booking stands on, and when that came, changes nothing that anyone sees. */
    private static boolean isSame(Optional<Booking> before, Optional<Booking> after) {
        return before.map(TakeInAgain::whatIsSeen).equals(after.map(TakeInAgain::whatIsSeen));
    }

    private static Seen whatIsSeen(Booking booking) {
        return new Seen(
                booking.personId(),
                booking.state().word(),
                booking.startsAt(),
                booking.durationMinutes(),
                booking.calendarId(),
                booking.typeId());
    }

    private Map<UUID, Place> places(Set<UUID> people) {
        Map<UUID, Place> places = new HashMap<>();
        jdbc.sql("SELECT person_id, placement, score_tenths FROM lead WHERE person_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    places.put(
                            row.getObject("person_id", UUID.class),
                            new Place(row.getString("placement"), row.getInt("score_tenths")));
                });
        return places;
    }

    private record Seen(
            UUID personId, String state, Instant startsAt, int durationMinutes, long calendarId, long typeId) {}

    private record Place(String placement, int scoreTenths) {}
}
