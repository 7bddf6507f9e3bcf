package hotleads.core.erasures;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.erasures.ErasureConfiguration.LedgerPlace;
import hotleads.core.erasures.Erasures.Erasure;
import hotleads.core.erasures.Erasures.State;
import hotleads.core.leads.Evaluations;
import hotleads.core.live.LiveChanges;
import hotleads.core.people.People;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.SearchKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One administrator asks that somebody is erased, another approves it, and it is done: into the ledger first, which
 * outlasts everything, then in the database. Killed in between, the next start does the rest.
 */
@Component
class ErasePerson {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final String SUBJECT = "person";

    private final LedgerPlace place;
    private final ApplyLedger applyLedger;
    private final Erasures erasures;
    private final Whole whole;
    private final MakeTombstones tombstones;
    private final RemovePerson remove;
    private final People people;
    private final Evaluations evaluations;
    private final LiveChanges live;
    private final Vault vault;
    private final Acts acts;
    private final Ids ids;
    private final PracticeClock clock;
    private final JdbcClient jdbc;

    ErasePerson(
            LedgerPlace place,
            ApplyLedger applyLedger,
            Erasures erasures,
            Whole whole,
            MakeTombstones tombstones,
            RemovePerson remove,
            People people,
            Evaluations evaluations,
            LiveChanges live,
            Vault vault,
            Acts acts,
            Ids ids,
            PracticeClock clock,
            JdbcClient jdbc) {
        this.place = place;
        this.applyLedger = applyLedger;
        this.erasures = erasures;
        this.whole = whole;
        this.tombstones = tombstones;
        this.remove = remove;
        this.people = people;
        this.evaluations = evaluations;
        this.live = live;
        this.vault = vault;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** @param plan the fingerprint that the plan showed */
    @Transactional(noRollbackFor = Problem.class)
    public Erasure ask(UUID named, String plan, String reason, Caller caller) {
        requireLedger();
        Whole.Of theirs = held(named);
        if (!Fingerprint.isOf(plan, theirs.persons(), theirs.identities())) {
            throw changed();
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "reason-needed",
                    "Say why, in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        if (erasures.openOf(theirs.persons()).isPresent()) {
            throw new Problem(HttpStatus.CONFLICT, "erasure-asked", "This person's erasure waits for approval already");
        }
        Erasure asked = new Erasure(
                ids.next(),
                theirs.person(),
                State.ASKED,
                Fingerprint.of(theirs.persons(), theirs.identities()),
                caller.accountId(),
                clock.instant(),
                null,
                null,
                Map.of(),
                null);
        erasures.add(asked, reason, keyOf(theirs.person()));
        acts.byPerson(caller, "erasure.asked", SUBJECT, theirs.person().toString());
        // Off the list from now on.
        evaluations.evaluate(List.of(theirs.person()));
        return asked;
    }

    /** By any administrator: stopping destroys nothing. */
    @Transactional(noRollbackFor = Problem.class)
    public void withdraw(UUID id, Caller caller) {
        Erasure asked = waiting(id);
        erasures.withdraw(id, caller.accountId(), clock.instant());
        acts.byPerson(caller, "erasure.withdrawn", SUBJECT, asked.person().toString());
        if (people.exists(asked.person())) {
            evaluations.evaluate(List.of(asked.person()));
        }
    }

    /**
     * @param plan the fingerprint that the plan showed whoever approves
     * @return what became of it, with what was destroyed
     * @throws LedgerUnusable when it cannot be written down: then nothing is destroyed
     */
    @Transactional(noRollbackFor = Problem.class)
    public Erasure approve(UUID id, String plan, Caller caller) {
        ErasureLedger ledger = requireLedger();
        // First of all: whatever is being taken in of them is there by now, and nothing is while they go.
        vault.holdAlone();
        Erasure asked = waiting(id);
        if (asked.askedBy().equals(caller.accountId())) {
            acts.refused(caller, "erasure.approved", SUBJECT, asked.person().toString());
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "second-admin-needed",
                    "Another administrator has to approve what you asked for");
        }
        Whole.Of theirs = held(asked.person());
        byte[] now = Fingerprint.of(theirs.persons(), theirs.identities());
        if (!java.util.Arrays.equals(now, asked.plan()) || !plan.equals(Fingerprint.text(now))) {
            acts.refused(caller, "erasure.approved", SUBJECT, asked.person().toString());
            throw changed();
        }
        return carryOut(asked, theirs, ledger, caller);
    }

    private Erasure carryOut(Erasure asked, Whole.Of theirs, ErasureLedger ledger, Caller caller) {
        SearchKeys keys = vault.everySearch();
        Extent extent = Extent.of(theirs.persons(), theirs.identities(), jdbc);
        Instant at = clock.instant();
        Erased erased = new Erased(
                asked.id(),
                at,
                theirs.person(),
                theirs.persons(),
                theirs.identities(),
                extent.keys(),
                tombstones.of(extent, keys),
                asked.askedBy(),
                asked.askedAt(),
                caller.accountId());
        Map<String, Long> destroyed = remove.remove(erased.persons(), erased.identities(), erased.keys());
        erasures.done(erased, asked.plan(), destroyed);
        acts.byPerson(caller, "erasure.done", SUBJECT, theirs.person().toString());
        live.listChanged();
        // Last of all and before the commit: what fails until now was never begun, what fails after it is done again.
        applyLedger.mayBeAhead();
        ledger.append(erased, keys);
        return erasures.find(asked.id()).orElseThrow();
    }

    private ErasureLedger requireLedger() {
        ErasureLedger ledger = place.ledger();
        if (ledger == null) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "no-erasure-ledger",
                    "This installation names no erasure ledger, so nobody can be erased");
        }
        return ledger;
    }

    private Erasure waiting(UUID id) {
        Erasure asked = erasures.hold(id).orElseThrow(ErasePerson::notFound);
        if (asked.state() != State.ASKED) {
            throw new Problem(HttpStatus.CONFLICT, "erasure-over", "This erasure was decided already");
        }
        return asked;
    }

    private Whole.Of held(UUID named) {
        people.holdNewcomers();
        return whole.of(named).orElseThrow(ErasePerson::notFound);
    }

    private SealingKey keyOf(UUID person) {
        return vault.key(jdbc.sql("SELECT key_id FROM person WHERE id = ?")
                .param(person)
                .query(UUID.class)
                .single());
    }

    private static Problem changed() {
        return new Problem(
                HttpStatus.CONFLICT,
                "plan-changed",
                "This person consists of other records than when the plan was made: look at it again, and ask again");
    }

    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
    }
}
