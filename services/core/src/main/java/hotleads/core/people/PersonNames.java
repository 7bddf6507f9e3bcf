package hotleads.core.people;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are called, opened for whoever may see it. */
@Component
public class PersonNames {
    private final JdbcClient jdbc;
    private final Vault vault;

    PersonNames(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Names by person; whoever is not there any more, or does not open, is left out. */
    public Map<UUID, String> of(Collection<UUID> people, Unopened unopened) {
        List<Sealed> rows = jdbc.sql("""
                        SELECT p.id, i.id AS identity, i.key_id, i.name
                        FROM person p JOIN identity i ON i.id = p.shown_as JOIN sealing_key k ON k.id = i.key_id
                        WHERE p.id = ANY (?)
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("identity", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getBytes("name")))
                .list();
        Map<UUID, SealingKey> keys =
                vault.keys(rows.stream().map(Sealed::keyId).distinct().toList(), unopened);
        Map<UUID, String> names = new HashMap<>();
        rows.forEach(row -> Optional.ofNullable(keys.get(row.keyId))
                .flatMap(
                        key -> unopened.open(() -> key.openText(row.name, new Place("identity", "name", row.identity))))
                .ifPresent(name -> names.put(row.person, name)));
        return names;
    }

    /** What privacy mode shows of a name. */
    public static String initialsOf(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString();
    }

    private record Sealed(UUID person, UUID identity, UUID keyId, byte[] name) {}
}
