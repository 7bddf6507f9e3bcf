package hotleads.core.people;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a person can be reached, opened for someone who may see it. */
@Component
public class ContactCards {
    private final JdbcClient jdbc;
    private final Vault vault;

    ContactCards(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** As the person's latest booking named them; an address that does not open is left out. */
    public ContactDetails of(UUID person, Unopened unopened) {
        Sealed card = read("FROM person p JOIN identity i ON i.id = p.shown_as WHERE p.id = ?", person);
        return new ContactDetails(
                card.name(),
                unopened.open(() -> Optional.ofNullable(card.email()))
                        .flatMap(found -> found)
                        .orElse(null),
                unopened.open(() -> Optional.ofNullable(card.phone()))
                        .flatMap(found -> found)
                        .orElse(null));
    }

    ContactDetails ofIdentity(UUID identity) {
        Sealed card = read("FROM identity i WHERE i.id = ?", identity);
        return new ContactDetails(card.name(), card.email(), card.phone());
    }

    private Sealed read(String from, UUID which) {
        return jdbc.sql("SELECT i.id, i.key_id, i.name, i.email, i.phone " + from)
                .param(which)
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        vault.key(row.getObject("key_id", UUID.class)),
                        row.getBytes("name"),
                        row.getBytes("email"),
                        row.getBytes("phone")))
                .single();
    }

    private static @Nullable String open(SealingKey key, byte @Nullable [] sealed, Place place) {
        return sealed == null ? null : key.openText(sealed, place);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(
            UUID id, SealingKey key, byte[] sealedName, byte @Nullable [] sealedEmail, byte @Nullable [] sealedPhone) {
        String name() {
            return key.openText(sealedName, new Place("identity", "name", id));
        }

        @Nullable
        String email() {
            return open(key, sealedEmail, new Place("identity", "email", id));
        }

        @Nullable
        String phone() {
            return open(key, sealedPhone, new Place("identity", "phone", id));
        }
    }
}
