package hotleads.core.people;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
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

    /** As the person's latest booking named them. */
    public ContactDetails of(UUID person) {
        return read("FROM person p JOIN identity i ON i.id = p.shown_as WHERE p.id = ?", person);
    }

    ContactDetails ofIdentity(UUID identity) {
        return read("FROM identity i WHERE i.id = ?", identity);
    }

    private ContactDetails read(String from, UUID which) {
        return jdbc.sql("SELECT i.id, i.key_id, i.name, i.email, i.phone " + from)
                .param(which)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    SealingKey key = vault.key(row.getObject("key_id", UUID.class));
                    return new ContactDetails(
                            key.openText(row.getBytes("name"), new Place("identity", "name", id)),
                            open(key, row.getBytes("email"), new Place("identity", "email", id)),
                            open(key, row.getBytes("phone"), new Place("identity", "phone", id)));
                })
                .single();
    }

    private static @Nullable String open(SealingKey key, byte @Nullable [] sealed, Place place) {
        return sealed == null ? null : key.openText(sealed, place);
    }
}
