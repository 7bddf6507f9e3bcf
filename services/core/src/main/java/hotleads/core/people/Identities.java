package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.SearchKeys;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Those that there are, by their texts.
     *
     * @param digests of each text under each key it may be found by
     */
    Map<String, Identity> find(String source, Map<String, byte[][]> digests) {
        Map<ByteBuffer, String> texts = new HashMap<>();
        digests.forEach(
                (text, each) -> Arrays.stream(each).forEach(digest -> texts.put(ByteBuffer.wrap(digest), text)));
        Map<String, Identity> found = new HashMap<>();
        jdbc.sql("SELECT id, person_id, key_id, digest FROM identity WHERE source = ? AND digest = ANY (?)")
                .params(
                        source,
                        digests.values().stream().flatMap(Arrays::stream).toArray(byte[][]::new))
                .query(row -> {
                    found.put(
                            Objects.requireNonNull(texts.get(ByteBuffer.wrap(row.getBytes("digest")))),
                            new Identity(
                                    row.getObject("id", UUID.class),
                                    row.getObject("person_id", UUID.class),
                                    row.getObject("key_id", UUID.class)));
                });
        return found;
    }

    /** Everyone who shares the address or the number, with whether the name agrees too. */
    List<Relative> relatives(ContactDetails details, SearchKeys keys) {
        byte[][] none = {};
        return jdbc.sql("""
                        SELECT i.id, i.person_id, i.home_id, EXISTS (
                            SELECT 1 FROM identity_digest n WHERE n.identity_id = i.id AND n.kind = 'name' AND n.digest = ANY (?)) AS same_name
                        FROM identity i
                        WHERE i.id IN (
                          SELECT identity_id FROM identity_digest WHERE (kind = 'email' AND digest = ANY (?))
                             OR (kind = 'phone' AND digest = ANY (?)))
                        ORDER BY i.id
                        """)
                .params(
                        // Two who told no name are not of one name.
                        details.name().isBlank() ? none : keys.any("name", Normalise.folded(details.name())),
                        details.email() == null ? none : keys.any("email", details.email()),
                        details.phone() == null ? none : keys.any("phone", details.phone()))
                .query((row, number) -> new Relative(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("home_id", UUID.class),
                        row.getBoolean("same_name")))
                .list();
    }

    /** Identities other sources know under this very name, if they are all of one person: else it is a common name. */
    List<UUID> onlyNamesakes(String source, ContactDetails details, UUID but, SearchKeys keys) {
        List<Relative> found = jdbc.sql("""
                        SELECT i.id, i.person_id, i.home_id FROM identity_digest d JOIN identity i ON i.id = d.identity_id
                        WHERE d.kind = 'name' AND d.digest = ANY (?) AND i.person_id <> ? ORDER BY i.id LIMIT 20
                        """)
                .params(keys.any("name", Normalise.folded(details.name())), but)
                .query((row, number) -> new Relative(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("home_id", UUID.class),
                        true))
                .list();
        boolean isCommon = found.stream().map(Relative::personId).distinct().count() > 1;
        return isCommon
                ? List.of()
                : ofOtherSources(source, found.stream().map(Relative::id).toList());
    }

    private List<UUID> ofOtherSources(String source, List<UUID> found) {
        return jdbc.sql("SELECT id FROM identity WHERE id = ANY (?) AND source <> ? ORDER BY id LIMIT 1")
                .params(found.toArray(UUID[]::new), source)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** @param keys held, so that the digests are made with the key in force */
    Identity create(String source, byte[] digest, ContactDetails details, UUID personId, UUID homeId, SearchKeys keys) {
        UUID id = ids.next();
        SealingKey key = vault.newKey(id, "identity");
        jdbc.sql("""
                        INSERT INTO identity (id, source, person_id, home_id, key_id, digest, name, email, phone, created_at, indexed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                        """)
                .params(Arrays.asList(
                        id,
                        source,
                        personId,
                        homeId,
                        key.id(),
                        digest,
                        key.seal(details.name(), new Place("identity", "name", id)),
                        sealed(details.email(), key, new Place("identity", "email", id)),
                        sealed(details.phone(), key, new Place("identity", "phone", id)),
                        Timestamp.from(clock.instant())))
                .update();
        index.add(id, details, keys);
        return new Identity(id, personId, key.id());
    }

    private static byte @Nullable [] sealed(@Nullable String value, SealingKey key, Place place) {
        return value == null ? null : key.seal(value, place);
    }

    /** @param homeId the person it belongs to by itself, where people made several one */
    record Relative(UUID id, UUID personId, UUID homeId, boolean sameName) {}
}
