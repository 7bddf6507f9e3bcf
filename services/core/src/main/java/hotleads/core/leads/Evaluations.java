package hotleads.core.leads;

import hotleads.core.leads.Leads.Circumstances;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Rules;
import hotleads.core.live.LiveChanges;
import hotleads.core.observations.Booking;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.vault.Vault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rules about people and stores their answer; every call belongs to the transaction of what made it necessary.
 */
@Component
public class Evaluations {
    private final GatherFacts facts;
    private final Leads leads;
    private final Vault vault;
    private final LiveChanges live;
    private final PracticeClock clock;
    private final JdbcClient jdbc;

    Evaluations(GatherFacts facts, Leads leads, Vault vault, LiveChanges live, PracticeClock clock, JdbcClient jdbc) {
        this.facts = facts;
        this.leads = leads;
        this.vault = vault;
        this.live = live;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Something about these people changed. */
    public void evaluate(Collection<UUID> people) {
        // Locked in one order, so that two transactions about the same people never wait for each other.
        for (UUID person : new TreeSet<>(people)) {
            Person locked = jdbc.sql(
                            "UPDATE person SET facts_version = facts_version + 1 WHERE id = ? RETURNING key_id, facts_version")
                    .param(person)
                    .query(Person.class)
                    .single();
            store(person, locked);
        }
    }

    /** Nothing changed but the time. */
    void evaluateAgain(UUID person) {
        store(
                person,
                jdbc.sql("SELECT key_id, facts_version FROM person WHERE id = ? FOR UPDATE")
                        .param(person)
                        .query(Person.class)
                        .single());
    }

    private void store(UUID person, Person locked) {
        Instant now = clock.instant();
        List<Booking> bookings = facts.bookingsOf(person);
        List<Outcome> outcomes = facts.outcomesOf(person);
        InForce decided = facts.decidedOf(person);
        Evaluation evaluation = Rules.evaluate(facts.of(person, bookings, outcomes, decided), now);
        boolean changed = leads.put(
                person,
                vault.key(locked.keyId),
                evaluation,
                new Circumstances(
                        lastContact(outcomes),
                        practitioner(bookings),
                        decided.owner(),
                        latest(outcomes).map(Outcome::at).orElse(null),
                        latest(outcomes).map(Outcome::callBackAt).orElse(null),
                        locked.factsVersion,
                        now));
        if (changed) {
            live.listChanged();
        }
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

    private record Person(UUID keyId, long factsVersion) {}
}
