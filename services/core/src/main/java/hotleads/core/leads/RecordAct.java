package hotleads.core.leads;

import hotleads.core.Ids;
import hotleads.core.leads.HoldPerson.Held;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.PersonActs;
import hotleads.platform.endpoint.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records an act about a person; their place on the list changes in the same transaction. */
@Component
class RecordAct {
    private final HoldPerson holdPerson;
    private final PersonActs acts;
    private final Evaluations evaluations;
    private final Views views;
    private final Ids ids;
    private final PracticeClock clock;

    RecordAct(
            HoldPerson holdPerson,
            PersonActs acts,
            Evaluations evaluations,
            Views views,
            Ids ids,
            PracticeClock clock) {
        this.holdPerson = holdPerson;
        this.acts = acts;
        this.evaluations = evaluations;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param act asked for once nothing can change any more, so that it may be checked against what is there */
    @Transactional
    public ActRecorded record(UUID person, long seenVersion, Supplier<? extends Act> act, Caller caller) {
        Held held = holdPerson.asSeen(person, seenVersion, caller);
        ActDone done = new ActDone(ids.next(), caller.accountId(), clock.instant(), act.get(), false);
        acts.add(done, person, held.key(), held.newVersion());
        views.act(caller, "person." + done.act().kind(), person);
        evaluations.evaluate(List.of(person));
        return new ActRecorded(done.id(), held.newVersion());
    }
}
