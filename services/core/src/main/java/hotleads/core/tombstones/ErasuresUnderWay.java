package hotleads.core.tombstones;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is to be erased, as far as one administrator asked: nobody calls them any more. */
@Component
public class ErasuresUnderWay {
    private final JdbcClient jdbc;

    ErasuresUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<UUID> among(Collection<UUID> people) {
        return Set.copyOf(jdbc.sql("SELECT person_id FROM erasure WHERE state = 'asked' AND person_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }
}
