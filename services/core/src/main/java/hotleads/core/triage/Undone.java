package hotleads.core.triage;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When outcomes and acts were taken back: until then they held. */
@Component
public class Undone {
    private final JdbcClient jdbc;

    Undone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the outcome's or act's id, of those about these people that were. */
    public Map<UUID, Instant> ofEach(Collection<UUID> people) {
        UUID[] wanted = people.toArray(UUID[]::new);
        return jdbc
                .sql("""
                        WITH wanted AS (SELECT id FROM person WHERE id = ANY (?) OR part_of = ANY (?))
                        SELECT id, undone_at FROM outcome WHERE person_id IN (SELECT id FROM wanted) AND undone_at IS NOT NULL
                        UNION ALL
                        SELECT id, undone_at FROM act WHERE person_id IN (SELECT id FROM wanted) AND undone_at IS NOT NULL
                        """)
                .params(wanted, wanted)
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("undone_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
