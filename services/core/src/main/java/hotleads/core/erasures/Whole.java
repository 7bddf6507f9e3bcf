package hotleads.core.erasures;

import hotleads.core.people.People;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which persons and identities somebody consists, as people decided. */
@Component
class Whole {
    private final People people;
    private final JdbcClient jdbc;

    Whole(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    /** @param person the one that stands for all of them */
    record Of(UUID person, List<UUID> persons, List<UUID> identities) {
        Of {
            persons = List.copyOf(persons);
            identities = List.copyOf(identities);
        }
    }

    Optional<Of> of(UUID named) {
        UUID person = people.whole(named);
        if (!people.exists(person)) {
            return Optional.empty();
        }
        return Optional.of(new Of(
                person,
                jdbc.sql("""
                                SELECT id FROM person WHERE id = ? OR part_of = ?
                                UNION SELECT home_id FROM identity WHERE person_id = ? ORDER BY 1
                                """)
                        .params(person, person, person)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                jdbc.sql("SELECT id FROM identity WHERE person_id = ? ORDER BY id")
                        .param(person)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()));
    }
}
