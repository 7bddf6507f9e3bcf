package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.SearchKeys;
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

    /** @param digests of the same text under each key it may be found by */
    Optional<Identity> find(String source, byte[][] digests) {
        return jdbc.sql("SELECT id, person_id, key_id FROM identity WHERE source = ? AND digest = ANY (?)")
                .params(source, digests)
                .query(Identity.class)
                .optional();
    }

    /** Everyone who shares the address or the number, with whether the name agrees too. */
    List<Relative> relatives(ContactDetails details, SearchKeys keys) {
        byte[][] none = {};
        return jdbc.sql("""
                        SELECT i.id, i.person_id, EXISTS (
                            SELECT 1 FROM identity_digest n WHERE n.identity_id = i.id AND n.kind = 'name' AND n.digest = ANY (?)) AS same_name
                        FROM identity i
                        WHERE i.id IN (
                          SELECT identity_id FROM identity_digest WHERE (kind = 'email' AND digest = ANY (?))
                             OR (kind = 'phone' AND digest = ANY (?)))
                        ORDER BY i.id
                        """)
                .params(
                        keys.any("name", Normalise.folded(details.name())),
                        details.email() == null ? none : keys.any("email", details.email()),
                        details.phone() == null ? none : keys.any("phone", details.phone()))
                .query((row, number) -> new Relative(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("same_name")))
                .list();
    }

    /** @param keys held, so that the digests are made with the key in force */
    Identity create(String source, byte[] digest, ContactDetails details, UUID personId, SearchKeys keys) {
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
        index.put(id, details, keys);
        return new Identity(id, personId, key.id());
    }

    private static byte @Nullable [] sealed(@Nullable String value, SealingKey key, Place place) {
        return value == null ? null : key.seal(value, place);
    }

    record Relative(UUID id, UUID personId, boolean sameName) {}
}
