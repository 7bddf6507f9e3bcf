package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells which person a provider's record is about.
 *
 * <p>Same address or number <em>and</em> same name: the same person. Same address or number under another name
 * (families, typing errors) is never merged here: a new person is made and the pair waits for someone to decide. All
 * calls belong to a transaction.
 */
@Component
public class People {
    /** The kind of an identity's own digest. */
    static final String DIGEST = "identity";

    // New identities are rare; one at a time, two records of the same newcomer cannot make two people.
    private static final long NEW_IDENTITY_LOCK = 0x686c_0001L;

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Normalise normalise;
    private final KnownAnew knownAnew;
    private final Vault vault;
    private final Ids ids;
    private final PracticeClock clock;

    People(
            JdbcClient jdbc,
            Identities identities,
            Normalise normalise,
            KnownAnew knownAnew,
            Vault vault,
            Ids ids,
            PracticeClock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.normalise = normalise;
        this.knownAnew = knownAnew;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a record tells of who it is about.
     *
     * @param record its own id: someone with neither address nor number is nobody else's double
     * @param before the identity the same record stood for until now, which is evidence of its own
     */
    public record Told(
            long record,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable UUID before) {}

    /**
     * The identities that records stand for, by the records' ids; made where they are new.
     *
     * @param keys held by the caller's transaction
     */
    public Map<Long, Identity> identitiesOf(String source, Collection<Told> told, SearchKeys keys) {
        Map<Told, ContactDetails> details = new LinkedHashMap<>();
        told.forEach(one -> details.put(one, normalise.details(one.firstName, one.lastName, one.email, one.phone)));
        Map<String, byte[][]> digests = new HashMap<>();
        details.forEach((one, theirs) ->
                digests.computeIfAbsent(fingerprint(theirs, one.record), fingerprint -> keys.any(DIGEST, fingerprint)));
        Map<String, Identity> known = identities.find(source, digests);
        Map<Long, Identity> found = new HashMap<>();
        details.forEach((one, theirs) -> found.put(
                one.record,
                known.computeIfAbsent(
                        fingerprint(theirs, one.record),
                        fingerprint -> newIdentity(source, fingerprint, theirs, one.before, keys))));
        return found;
    }

    /** What tells one identity from another. */
    static String fingerprint(ContactDetails details, long record) {
        return String.join(
                "\u001f",
                Normalise.folded(details.name()),
                String.valueOf(details.email()),
                String.valueOf(details.phone()),
                details.reachable() ? "" : Long.toString(record));
    }

    private Identity newIdentity(
            String source, String fingerprint, ContactDetails details, @Nullable UUID before, SearchKeys keys) {
        holdNewcomers();
        Identity madeMeanwhile = identities
                .find(source, Map.of(fingerprint, keys.any(DIGEST, fingerprint)))
                .get(fingerprint);
        if (madeMeanwhile != null) {
            return madeMeanwhile;
        }
        byte[] digest = keys.of(DIGEST, fingerprint);
        List<Identities.Relative> relatives = identities.relatives(details, keys);
        List<Identities.Relative> sameName =
                relatives.stream().filter(Identities.Relative::sameName).toList();
        boolean isOne =
                sameName.stream().map(Identities.Relative::personId).distinct().count() == 1;
        Identity made = isOne
                ? identities.create(
                        source,
                        digest,
                        details,
                        sameName.getFirst().personId(),
                        sameName.getFirst().homeId(),
                        keys)
                : newPerson(source, digest, details, keys);
        relatives.stream()
                .filter(relative -> !relative.personId().equals(made.personId()))
                .forEach(relative -> waitForDecision(relative.id(), made.id()));
        if (!relatives.isEmpty()) {
            knownAnew.note(List.of(made.personId()));
        }
        if (relatives.isEmpty() && Normalise.words(details.name()).size() > 1) {
            identities
                    .onlyNamesakes(source, details, made.personId(), keys)
                    .forEach(namesake -> suggest(namesake, made.id()));
        }
        if (before != null
                && relatives.stream().noneMatch(relative -> relative.id().equals(before))) {
            waitForDecisionUnlessSamePerson(before, made);
        }
        return made;
    }

    private Identity newPerson(String source, byte[] digest, ContactDetails details, SearchKeys keys) {
        UUID person = ids.next();
        Identity made = identities.create(source, digest, details, person, person, keys);
        UUID key = vault.newKey(ids.next(), "person").id();
        jdbc.sql("INSERT INTO person (id, key_id, shown_as, created_at) VALUES (?, ?, ?, ?)")
                .params(person, key, made.id(), Timestamp.from(clock.instant()))
                .update();
        return made;
    }

    private void waitForDecisionUnlessSamePerson(UUID before, Identity made) {
        UUID personBefore = jdbc.sql("SELECT person_id FROM identity WHERE id = ?")
                .param(before)
                .query(UUID.class)
                .single();
        if (!personBefore.equals(made.personId())) {
            waitForDecision(before, made.id());
        }
    }

    /** Unless people have said of these two that they are not one: what comes later never asks again. */
    private void waitForDecision(UUID one, UUID other) {
        candidate(one, other, "open");
    }

    /** Only the name agrees: worth a look, and no reason to keep anybody off the list. */
    private void suggest(UUID one, UUID other) {
        candidate(one, other, "weak");
    }

    private void candidate(UUID one, UUID other, String state) {
        jdbc.sql("""
                        INSERT INTO match_candidate (id, identity_a, identity_b, state, created_at)
                        SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (
                          SELECT 1 FROM match_candidate c
                          JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b
                          JOIN identity one ON one.id = ? JOIN identity other ON other.id = ?
                          WHERE c.state = 'different'
                            AND ((a.person_id = one.person_id AND b.person_id = other.person_id)
                              OR (a.person_id = other.person_id AND b.person_id = one.person_id)))
                        ON CONFLICT DO NOTHING
                        """)
                .params(ids.next(), one, other, state, Timestamp.from(clock.instant()), one, other)
                .update();
    }

    /** What seals what is told of an identity. */
    public UUID keyOf(UUID identity) {
        return jdbc.sql("SELECT key_id FROM identity WHERE id = ?")
                .param(identity)
                .query(UUID.class)
                .single();
    }

    /** Of somebody who is part of another, that other; else themselves. */
    public UUID whole(UUID person) {
        return jdbc.sql("SELECT coalesce(part_of, id) FROM person WHERE id = ?")
                .param(person)
                .query(UUID.class)
                .optional()
                .orElse(person);
    }

    /** A person of its own for an identity that is not who it was taken for. */
    UUID ownPerson(UUID identity) {
        UUID person = ids.next();
        UUID key = vault.newKey(ids.next(), "person").id();
        jdbc.sql("INSERT INTO person (id, key_id, shown_as, created_at) VALUES (?, ?, ?, ?)")
                .params(person, key, identity, Timestamp.from(clock.instant()))
                .update();
        return person;
    }

    /** Nobody new is placed until the transaction ends. */
    public void holdNewcomers() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(NEW_IDENTITY_LOCK)
                .query((row, number) -> 0)
                .list();
    }

    public boolean exists(UUID person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** The version of each record, to be sent back with an act. */
    public Map<UUID, Long> versionsOf(Collection<UUID> people) {
        Map<UUID, Long> versions = new HashMap<>();
        jdbc.sql("SELECT id, facts_version FROM person WHERE id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    versions.put(row.getObject("id", UUID.class), row.getLong("facts_version"));
                });
        return versions;
    }

    /** Those of these people about whom something waits for a match to be decided. */
    public Set<UUID> withOpenMatch(Collection<UUID> people) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT i.person_id FROM identity i
                        WHERE i.person_id = ANY (?)
                          AND (EXISTS (SELECT 1 FROM match_candidate a JOIN identity o ON o.id = a.identity_b
                                       WHERE a.identity_a = i.id AND a.state IN ('open', 'not-sure')
                                         AND o.person_id <> i.person_id)
                            OR EXISTS (SELECT 1 FROM match_candidate b JOIN identity o ON o.id = b.identity_a
                                       WHERE b.identity_b = i.id AND b.state IN ('open', 'not-sure')
                                         AND o.person_id <> i.person_id))
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /**
     * Shows people by other identities.
     *
     * @param identities by person
     * @param concerned all whom the caller's transaction evaluates, locked in the order of that: two who are tied may
     *     be shown anew at the same moment
     */
    public void showAs(Map<UUID, UUID> identities, Collection<UUID> concerned) {
        jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                          SELECT id FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE)
                        UPDATE person p SET shown_as = wanted.identity
                        FROM locked, unnest(?, ?) AS wanted (person, identity)
                        WHERE p.id = locked.id AND p.id = wanted.person AND p.shown_as <> wanted.identity
                        """)
                .params(
                        concerned.toArray(UUID[]::new),
                        identities.keySet().toArray(UUID[]::new),
                        identities.values().toArray(UUID[]::new))
                .update();
    }

    /** People whom an open match ties to one of these; what is decided or new about one concerns the other. */
    public List<UUID> tiedTo(Collection<UUID> people) {
        UUID[] those = people.toArray(UUID[]::new);
        return jdbc.sql("""
                        SELECT other.person_id FROM identity own
                        JOIN match_candidate c ON c.identity_a = own.id JOIN identity other ON other.id = c.identity_b
                        WHERE own.person_id = ANY (?) AND c.state IN ('open', 'not-sure') AND other.person_id <> own.person_id
                        UNION
                        SELECT other.person_id FROM identity own
                        JOIN match_candidate c ON c.identity_b = own.id JOIN identity other ON other.id = c.identity_a
                        WHERE own.person_id = ANY (?) AND c.state IN ('open', 'not-sure') AND other.person_id <> own.person_id
                        """)
                .params(those, those)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
