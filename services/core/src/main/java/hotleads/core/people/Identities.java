package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.Digests;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identities as stored: everything about them sealed, found by keyed digests alone. */
@Component
class Identities {
    private final JdbcClient jdbc;
    private final IdentityDigests index;
    private final Vault vault;
    private final Ids ids;
    private final PracticeClock clock;

    Identities(JdbcClient jdbc, IdentityDigests index, Vault vault, Ids ids, PracticeClock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Identity> find(String source, byte[] digest) {
        return jdbc.sql("SELECT id, person_id, key_id FROM identity WHERE source = ? AND digest = ?")
                .params(source, digest)
                .query(Identity.class)
                .optional();
    }

    /** Everyone who shares the address or the number, with whether the name agrees too. */
    List<Relative> relatives(ContactDetails details) {
        byte[] none = {};
        return jdbc.sql("""
                        SELECT i.id, i.person_id, EXISTS (
                            SELECT 1 FROM identity_digest n WHERE n.identity_id = i.id AND n.kind = 'name' AND n.digest = ?) AS same_name
                        FROM identity i
                        WHERE i.id IN (
                          SELECT identity_id FROM identity_digest WHERE (kind = 'email' AND digest = ?) OR (kind = 'phone' AND digest = ?))
                        ORDER BY i.id
                        """)
                .params(
                        nameDigest(details),
                        details.email() == null ? none : digests().of("email", details.email()),
                        details.phone() == null ? none : digests().of("phone", details.phone()))
                .query((row, number) -> new Relative(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("same_name")))
                .list();
    }

    Identity create(String source, byte[] digest, ContactDetails details, UUID personId) {
        UUID id = ids.next();
        SealingKey key = vault.newKey(id, "identity");
        jdbc.sql("""
                        INSERT INTO identity (id, source, person_id, key_id, digest, name, email, phone, created_at, indexed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                        """)
                .params(Arrays.asList(
                        id,
                        source,
                        personId,
                        key.id(),
                        digest,
                        key.seal(details.name(), new Place("identity", "name", id)),
                        sealed(details.email(), key, new Place("identity", "email", id)),
                        sealed(details.phone(), key, new Place("identity", "phone", id)),
                        Timestamp.from(clock.instant())))
                .update();
        index.put(id, details);
        return new Identity(id, personId, key.id());
    }

    private static byte @Nullable [] sealed(@Nullable String value, SealingKey key, Place place) {
        return value == null ? null : key.seal(value, place);
    }

    private byte[] nameDigest(ContactDetails details) {
        return digests().of("name", Normalise.folded(details.name()));
    }

    private Digests digests() {
        return vault.digests();
    }

    record Relative(UUID id, UUID personId, boolean sameName) {}
}
