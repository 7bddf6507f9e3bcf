package hotleads.core.observations;

import hotleads.vault.Unopened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was known when of bookings, from all that Acuity ever answered. */
@Component
public class BookingHistories {
    private final Observations observations;
    private final DeriveBooking derive;
    private final JdbcClient jdbc;

    BookingHistories(Observations observations, DeriveBooking derive, JdbcClient jdbc) {
        this.observations = observations;
        this.derive = derive;
        this.jdbc = jdbc;
    }

    /** Of these people; whoever has none is left out, and so is a booking of which something does not open. */
    public Map<UUID, List<BookingHistory>> ofEach(Collection<UUID> people, Unopened unopened) {
        Map<Long, UUID> whose = whose(people);
        Map<UUID, List<BookingHistory>> histories = new HashMap<>();
        observations.ofPeople(people).forEach((booking, seen) -> {
            UUID person = whose.get(booking);
            List<Booking> states = person == null
                    ? List.of()
                    : unopened.open(() -> derive.history(seen, person)).orElse(List.of());
            if (!states.isEmpty()) {
                histories.computeIfAbsent(person, first -> new ArrayList<>()).add(new BookingHistory(states));
            }
        });
        return histories;
    }

    private Map<Long, UUID> whose(Collection<UUID> people) {
        return jdbc
                .sql("SELECT id, person_id FROM booking WHERE person_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getLong("id"), row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
