package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    private final Vault vault;
    private final Ids ids;
    private final PracticeClock clock;

    People(JdbcClient jdbc, Identities identities, Normalise normalise, Vault vault, Ids ids, PracticeClock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.normalise = normalise;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The identity a record stands for, made when it is new.
     *
     * @param record the record's own id: someone with neither address nor number is nobody else's double
     * @param before the identity the same record stood for until now, which is evidence of its own
     * @param keys held by the caller's transaction
     */
    public Identity identityOf(
            String source,
            long record,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable UUID before,
            SearchKeys keys) {
        ContactDetails details = normalise.details(firstName, lastName, email, phone);
        String fingerprint = fingerprint(details, record);
        return identities
                .find(source, keys.any(DIGEST, fingerprint))
                .orElseGet(() -> newIdentity(source, fingerprint, details, before, keys));
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
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(NEW_IDENTITY_LOCK)
                .query((row, number) -> 0)
                .list();
        Optional<Identity> madeMeanwhile = identities.find(source, keys.any(DIGEST, fingerprint));
        if (madeMeanwhile.isPresent()) {
            return madeMeanwhile.get();
        }
        byte[] digest = keys.of(DIGEST, fingerprint);
        List<Identities.Relative> relatives = identities.relatives(details, keys);
        Set<UUID> samePerson = new LinkedHashSet<>();
        relatives.stream()
                .filter(Identities.Relative::sameName)
                .forEach(relative -> samePerson.add(relative.personId()));
        Identity made = samePerson.size() == 1
                ? identities.create(
                        source, digest, details, samePerson.iterator().next(), keys)
                : newPerson(source, digest, details, keys);
        relatives.stream()
                .filter(relative -> !relative.personId().equals(made.personId()))
                .forEach(relative -> waitForDecision(relative.id(), made.id()));
        if (before != null
                && relatives.stream().noneMatch(relative -> relative.id().equals(before))) {
            waitForDecisionUnlessSamePerson(before, made);
        }
        return made;
    }

    private Identity newPerson(String source, byte[] digest, ContactDetails details, SearchKeys keys) {
        UUID person = ids.next();
        Identity made = identities.create(source, digest, details, person, keys);
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

    private void waitForDecision(UUID one, UUID other) {
        jdbc.sql("""
                        INSERT INTO match_candidate (id, identity_a, identity_b, state, created_at) VALUES (?, ?, ?, 'open', ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(ids.next(), one, other, Timestamp.from(clock.instant()))
                .update();
    }

    public boolean exists(UUID person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Those of these people about whom something waits for a match to be decided. */
    public Set<UUID> withOpenMatch(Collection<UUID> people) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT i.person_id FROM identity i
                        WHERE i.person_id = ANY (?)
                          AND (EXISTS (SELECT 1 FROM match_candidate a WHERE a.identity_a = i.id AND a.state = 'open')
                            OR EXISTS (SELECT 1 FROM match_candidate b WHERE b.identity_b = i.id AND b.state = 'open'))
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** People whom an open match ties to this one; what is decided or new about one concerns the other. */
    public List<UUID> tiedTo(UUID person) {
        return jdbc.sql("""
                        SELECT DISTINCT other.person_id
                        FROM identity own
                        JOIN match_candidate c ON own.id IN (c.identity_a, c.identity_b) AND c.state = 'open'
                        JOIN identity other ON other.id IN (c.identity_a, c.identity_b)
                        WHERE own.person_id = ? AND other.person_id <> own.person_id
                        """)
                .param(person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
