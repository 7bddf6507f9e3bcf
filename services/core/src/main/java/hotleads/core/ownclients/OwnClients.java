package hotleads.core.ownclients;

import hotleads.core.observations.Bookings;
import hotleads.core.people.People;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Administrators know everybody; a practitioner knows who has a booking in one of their calendars, in the last 24
 * months or ahead, and whom an administrator assigned to them; a client knows themselves. Everybody else is not there
 * for them: not found, not forbidden, so that nobody learns who is a client of the practice.
 *
 * <p>Whoever knows a part of somebody knows them whole: records that people joined are one person, whose sessions with
 * another practitioner are no more secret than their own. Parted, each is known again by whom they book with.
 */
@Component
public class OwnClients {
    private static final Period BACK = Period.ofMonths(24);

    private final Bookings bookings;
    private final People people;
    private final JdbcClient jdbc;
    private final PracticeClock clock;

    OwnClients(Bookings bookings, People people, JdbcClient jdbc, PracticeClock clock) {
        this.bookings = bookings;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean mayKnow(Caller caller, UUID named) {
        UUID person = people.whole(named);
        return switch (caller.role()) {
            case ADMIN -> true;
            case PRACTITIONER ->
                bookings.anyIn(caller.acuityCalendars(), person, since()) || isAssigned(caller.accountId(), person);
            case CLIENT -> own(caller).filter(person::equals).isPresent();
        };
    }

    /**
     * Whom a client's account is about; nobody, when there is no such person any more or the account is no client's.
     */
    public Optional<UUID> own(Caller caller) {
        return Optional.ofNullable(caller.person())
                .filter(_ -> caller.role() == Role.CLIENT)
                .filter(people::exists)
                .map(people::whole);
    }

    /** A practitioner's own: whose next session comes first stand first, then those who were there last. */
    public List<UUID> all(Caller practitioner, int most) {
        return all(practitioner.accountId(), practitioner.acuityCalendars(), most);
    }

    /** The same, of whoever has this account and these calendars. */
    public List<UUID> all(UUID practitioner, Collection<Long> calendars, int most) {
        return jdbc.sql("""
                        WITH own AS (
                          SELECT person_id FROM booking WHERE calendar_id = ANY (?) AND starts_at >= ? AND state <> 'gone'
                          UNION SELECT l.person_id FROM lead l JOIN person p ON p.id = l.person_id
                                WHERE l.practitioner_id = ? AND p.part_of IS NULL)
                        SELECT own.person_id FROM own LEFT JOIN booking b ON b.person_id = own.person_id AND b.state <> 'gone'
                        GROUP BY own.person_id
                        ORDER BY min(b.starts_at) FILTER (WHERE b.starts_at > ? AND b.state = 'booked') NULLS LAST,
                                 max(b.starts_at) DESC NULLS LAST, own.person_id
                        LIMIT ?
                        """)
                .params(
                        calendars.toArray(Long[]::new),
                        Timestamp.from(since()),
                        practitioner,
                        Timestamp.from(clock.instant()),
                        most)
                .query((row, number) -> row.getObject("person_id", UUID.class))
                .list();
    }

    /** Those of these people whom an administrator assigned to somebody, each with whom. */
    public Map<UUID, UUID> assigned(Collection<UUID> people) {
        return jdbc
                .sql("""
                        SELECT person_id, practitioner_id FROM lead
                        WHERE person_id = ANY (?) AND practitioner_id IS NOT NULL
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("person_id", UUID.class), row.getObject("practitioner_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isAssigned(UUID practitioner, UUID person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM lead WHERE person_id = ? AND practitioner_id = ?)")
                .params(person, practitioner)
                .query(Boolean.class)
                .single();
    }

    private Instant since() {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(BACK).toInstant();
    }
}
