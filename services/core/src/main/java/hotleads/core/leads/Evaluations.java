package hotleads.core.leads;

import hotleads.core.leads.GatherFacts.Gathered;
import hotleads.core.leads.Leads.Circumstances;
import hotleads.core.leads.Leads.Stored;
import hotleads.core.leads.rules.Rules;
import hotleads.core.leads.rules.Scoring;
import hotleads.core.live.LiveChanges;
import hotleads.core.observations.Booking;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.vault.Vault;
import hotleads.vault.SealingKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rules about people and stores their answer; every call belongs to the transaction of what made it necessary.
 */
@Component
public class Evaluations {
    // Locked in one order, so that two transactions about the same people never wait for each other. And no harder than
    // a change needs: two that each wrote a booking of the same person both hold that person's key.
    private static final String AS_THEY_ARE =
            "SELECT id, key_id, facts_version FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";
    private static final String CHANGED = """
            WITH locked AS MATERIALIZED (SELECT id FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE)
            UPDATE person p SET facts_version = p.facts_version + 1 FROM locked
            WHERE p.id = locked.id RETURNING p.id, p.key_id, p.facts_version
            """;

    private final GatherFacts facts;
    private final Leads leads;
    private final HotSince hotSince;
    private final Scorings scorings;
    private final Vault vault;
    private final LiveChanges live;
    private final PracticeClock clock;
    private final JdbcClient jdbc;

    Evaluations(
            GatherFacts facts,
            Leads leads,
            HotSince hotSince,
            Scorings scorings,
            Vault vault,
            LiveChanges live,
            PracticeClock clock,
            JdbcClient jdbc) {
        this.facts = facts;
        this.leads = leads;
        this.hotSince = hotSince;
        this.scorings = scorings;
        this.vault = vault;
        this.live = live;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Something about these people changed. */
    public void evaluate(Collection<UUID> people) {
        evaluate(people, CHANGED, true);
    }

    /** Nothing changed but the time. */
    public void evaluateAgain(Collection<UUID> people) {
        evaluate(people, AS_THEY_ARE, true);
    }

    /** Whatever is stored of them is not trusted. */
    void evaluateAnew(Collection<UUID> people) {
        evaluate(people, AS_THEY_ARE, false);
    }

    private void evaluate(Collection<UUID> people, String locking, boolean trusted) {
        if (people.isEmpty()) {
            return;
        }
        List<Person> locked = lock(Set.copyOf(people), locking);
        Map<UUID, Stored> held = leads.hold(people);
        Map<UUID, Stored> before = trusted ? held : Map.of();
        Instant now = clock.instant();
        List<Leads.Evaluated> evaluated = evaluated(locked, now);
        if (leads.put(evaluated, before, hotSince.ofEach(evaluated, before, now))) {
            live.listChanged();
        }
    }

    private List<Person> lock(Set<UUID> people, String locking) {
        List<Person> locked = jdbc.sql(locking)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getLong("facts_version")))
                .list();
        if (locked.size() != people.size()) {
            throw new IncorrectResultSizeDataAccessException(people.size(), locked.size());
        }
        return locked;
    }

    private List<Leads.Evaluated> evaluated(List<Person> people, Instant now) {
        // Read after their places are held: a version published meanwhile has everyone evaluated once more.
        Scoring scoring = scorings.current();
        Map<UUID, SealingKey> keys =
                vault.keys(people.stream().map(Person::keyId).toList());
        Map<UUID, Gathered> gathered =
                facts.ofEach(people.stream().map(Person::id).toList());
        return people.stream()
                .map(person -> evaluated(
                        person,
                        Objects.requireNonNull(keys.get(person.keyId)),
                        Objects.requireNonNull(gathered.get(person.id)),
                        scoring,
                        now))
                .toList();
    }

    private static Leads.Evaluated evaluated(
            Person person, SealingKey key, Gathered gathered, Scoring scoring, Instant now) {
        Optional<Outcome> latest = latest(gathered.outcomes());
        return new Leads.Evaluated(
                person.id,
                key,
                Rules.evaluate(gathered.facts(), scoring, now),
                new Circumstances(
                        lastContact(gathered.outcomes()),
                        practitioner(gathered.bookings()),
                        gathered.decided().owner(),
                        gathered.decided().practitioner(),
                        latest.map(Outcome::at).orElse(null),
                        latest.map(Outcome::callBackAt).orElse(null),
                        person.factsVersion,
                        now));
    }

    private static @Nullable Instant lastContact(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.undone() && outcome.kind().isContact())
                .map(Outcome::at)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** @param outcomes the latest first */
    private static Optional<Outcome> latest(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.undone()).findFirst();
    }

    private static @Nullable Long practitioner(List<Booking> bookings) {
        return bookings.isEmpty() ? null : bookings.getLast().calendarId();
    }

    private record Person(UUID id, UUID keyId, long factsVersion) {}
}
