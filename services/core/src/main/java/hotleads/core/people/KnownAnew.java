package hotleads.core.people;

import hotleads.core.Ids;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who are known by other details than before: records of theirs came, joined or left. Noted in the transaction
 * of the change and taken in another, as what follows may concern people whom that one did not lock.
 */
@Component
public class KnownAnew {
    private final JdbcClient jdbc;
    private final Ids ids;

    KnownAnew(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void note(Collection<UUID> people) {
        people.stream()
                .distinct()
                .forEach(person -> jdbc.sql("INSERT INTO known_anew (id, person_id) VALUES (?, ?)")
                        .params(ids.next(), person)
                        .update());
    }

    /** Those who waited longest, for the caller's transaction to deal with. */
    public List<UUID> take(int most) {
        return jdbc.sql("""
                        DELETE FROM known_anew WHERE id IN (SELECT id FROM known_anew ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING person_id
                        """)
                .param(most)
                .query((row, number) -> row.getObject("person_id", UUID.class))
                .list();
    }
}
