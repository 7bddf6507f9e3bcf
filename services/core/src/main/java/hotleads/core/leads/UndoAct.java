package hotleads.core.leads;

import hotleads.core.leads.HoldPerson.Held;
import hotleads.core.outbox.Outbox;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.PersonActs;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what the same person did a short while ago; what others did meanwhile stays. */
@Component
class UndoAct {
    /** The page offers it for ten seconds; a slow network, or a lid that was closed, gets these. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HoldPerson holdPerson;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Views views;
    private final PracticeClock clock;

    UndoAct(
            HoldPerson holdPerson,
            Outcomes outcomes,
            PersonActs acts,
            Evaluations evaluations,
            Outbox outbox,
            Views views,
            PracticeClock clock) {
        this.holdPerson = holdPerson;
        this.outcomes = outcomes;
        this.acts = acts;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    public void undo(UUID person, UUID id, Caller caller) {
        Held held = holdPerson.now(person);
        Instant now = clock.instant();
        Made made = find(person, id);
        refuseUnlessTheirsAndRecent(made, caller, now);
        if (made.isOutcome) {
            outcomes.undo(id, caller.accountId(), now, held.newVersion());
            outbox.withdraw(id);
        } else {
            acts.undo(id, caller.accountId(), now, held.newVersion());
        }
        views.act(caller, "act.undone", person);
        evaluations.evaluate(List.of(person));
    }

    /** Whether the caller may still take it back. */
    static boolean isUndoable(UUID account, Instant at, boolean undone, Caller caller, Instant now) {
        return !undone && account.equals(caller.accountId()) && !isTooLate(at, now);
    }

    private static boolean isTooLate(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(LONGEST) > 0;
    }

    private Made find(UUID person, UUID id) {
        return outcomes.find(id, person)
                .map(outcome -> new Made(outcome.accountId(), outcome.at(), outcome.undone(), true))
                .or(() -> acts.find(id, person).map(act -> new Made(act.accountId(), act.at(), act.undone(), false)))
                .filter(made -> !made.undone)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such act to undo"));
    }

    private static void refuseUnlessTheirsAndRecent(Made made, Caller caller, Instant now) {
        if (!made.by.equals(caller.accountId())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-yours", "Only who did it can take it back");
        }
        if (isTooLate(made.at, now)) {
            throw new Problem(HttpStatus.CONFLICT, "too-late-to-undo", "It is too late to take this back");
        }
    }

    private record Made(UUID by, Instant at, boolean undone, boolean isOutcome) {}
}
