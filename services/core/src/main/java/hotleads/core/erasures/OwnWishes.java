package hotleads.core.erasures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clients who asked that they be erased: administrators decide what follows. */
@Component
class OwnWishes {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    OwnWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asked twice, it was asked the first time. */
    void add(UUID person, Instant at) {
        jdbc.sql("INSERT INTO erasure_wish (person_id, asked_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person, Timestamp.from(at))
                .update();
    }

    void remove(Collection<UUID> persons) {
        jdbc.sql("DELETE FROM erasure_wish WHERE person_id = ANY (?)")
                .param(persons.toArray(UUID[]::new))
                .update();
    }

    Optional<Instant> of(Collection<UUID> persons) {
        return jdbc.sql("SELECT asked_at FROM erasure_wish WHERE person_id = ANY (?) ORDER BY asked_at LIMIT 1")
                .param(persons.toArray(UUID[]::new))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Those that nobody has taken up, by whom they are about now, the oldest first. */
    Map<UUID, Instant> all() {
        Map<UUID, Instant> wishes = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT coalesce(p.part_of, p.id) AS person, w.asked_at FROM erasure_wish w JOIN person p ON p.id = w.person_id
                        WHERE NOT EXISTS (SELECT 1 FROM erasure e
                                          WHERE e.person_id = coalesce(p.part_of, p.id) AND e.state = 'asked')
                        ORDER BY w.asked_at LIMIT ?
                        """).param(MOST).query(row -> {
            wishes.putIfAbsent(
                    row.getObject("person", UUID.class),
                    row.getTimestamp("asked_at").toInstant());
        });
        return wishes;
    }
}
