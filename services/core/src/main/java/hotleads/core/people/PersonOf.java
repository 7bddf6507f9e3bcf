package hotleads.core.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose an identity is, held until the transaction ends: whoever writes something down under a person must not have
 * that person's records parted or joined meanwhile.
 */
@Component
public class PersonOf {
    private final JdbcClient jdbc;

    PersonOf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID identity(UUID identity) {
        return Objects.requireNonNull(identities(List.of(identity)).get(identity));
    }

    /** Of each of them, by identity. */
    public Map<UUID, UUID> identities(Collection<UUID> identities) {
        Map<UUID, UUID> persons = new HashMap<>();
        jdbc.sql("SELECT id, person_id FROM identity WHERE id = ANY (?) ORDER BY id FOR SHARE")
                .param(identities.toArray(UUID[]::new))
                .query(row -> {
                    persons.put(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class));
                });
        return persons;
    }
}
