package hotleads.core.attendance;

import hotleads.core.people.Normalise;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people may be known by in a meeting, opened for comparing and for nothing else. */
@Component
class ClientsKnown {
    private final Vault vault;
    private final JdbcClient jdbc;

    ClientsKnown(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** Values that do not open are left out: then nobody is known by them. */
    Map<UUID, Known> of(Collection<UUID> people) {
        List<Sealed> rows = jdbc.sql(
                        "SELECT id, person_id, key_id, name, email, phone FROM identity WHERE person_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getBytes("name"),
                        row.getBytes("email"),
                        row.getBytes("phone")))
                .list();
        Unopened unopened = new Unopened();
        Map<UUID, SealingKey> keys =
                vault.keys(rows.stream().map(Sealed::keyId).distinct().toList(), unopened);
        Map<UUID, Collected> found = new HashMap<>();
        for (Sealed row : rows) {
            SealingKey key = keys.get(row.keyId);
            if (key != null) {
                found.computeIfAbsent(row.person, first -> new Collected()).add(row, key, unopened);
            }
        }
        Map<UUID, Known> known = new HashMap<>();
        found.forEach((person, collected) -> known.put(person, collected.known()));
        return known;
    }

    private static final class Collected {
        private final Set<Set<String>> names = new HashSet<>();
        private final Set<Set<String>> givenNames = new HashSet<>();
        private final Set<String> emails = new HashSet<>();
        private final Set<String> phones = new HashSet<>();

        void add(Sealed row, SealingKey key, Unopened unopened) {
            unopened.open(() -> key.openText(row.name, new Place("identity", "name", row.id)))
                    .ifPresent(this::addName);
            addText(row.email, "email", row, key, unopened, emails);
            addText(row.phone, "phone", row, key, unopened, phones);
        }

        private void addName(String name) {
            List<String> words = Normalise.typedWords(name);
            if (words.size() > 1) {
                names.add(Set.copyOf(words));
                givenNames.add(Set.of(words.getFirst()));
                givenNames.add(Set.copyOf(words.subList(0, words.size() - 1)));
            }
        }

        private static void addText(
                byte @Nullable [] sealed,
                String column,
                Sealed row,
                SealingKey key,
                Unopened unopened,
                Set<String> into) {
            if (sealed != null) {
                unopened.open(() -> key.openText(sealed, new Place("identity", column, row.id)))
                        .ifPresent(into::add);
            }
        }

        Known known() {
            return new Known(Set.copyOf(names), Set.copyOf(givenNames), Set.copyOf(emails), Set.copyOf(phones));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(
            UUID id, UUID person, UUID keyId, byte[] name, byte @Nullable [] email, byte @Nullable [] phone) {}
}
