package hotleads.core.leads;

import hotleads.core.Ids;
import hotleads.core.leads.HoldPerson.Held;
import hotleads.core.leads.rules.OutcomeKind;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs what happened when someone was contacted; the person's place changes in the same transaction. */
@Component
class LogOutcome {
    private static final Duration FURTHEST_CALL = Duration.ofDays(366);

    private final HoldPerson holdPerson;
    private final Outcomes outcomes;
    private final Evaluations evaluations;
    private final TellZoho tellZoho;
    private final Views views;
    private final Ids ids;
    private final PracticeClock clock;

    LogOutcome(
            HoldPerson holdPerson,
            Outcomes outcomes,
            Evaluations evaluations,
            TellZoho tellZoho,
            Views views,
            Ids ids,
            PracticeClock clock) {
        this.holdPerson = holdPerson;
        this.outcomes = outcomes;
        this.evaluations = evaluations;
        this.tellZoho = tellZoho;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to log.
     *
     * @param recordVersion the version of the person the caller saw
     * @param zoho what of the preview to write to Zoho, among {@code note} and {@code task}; null for nothing
     */
    record NewOutcome(
            String kind,
            @Nullable Instant callBackAt,
            @Nullable String note,
            long recordVersion,
            @Nullable List<String> zoho) {}

    @Transactional
    public ActRecorded log(UUID person, NewOutcome wanted, Caller caller) {
        OutcomeKind kind = kindOf(wanted.kind());
        Instant now = clock.instant();
        String note = FreeText.note(wanted.note());
        Held held = holdPerson.asSeen(person, wanted.recordVersion(), caller);
        Outcome outcome = new Outcome(
                ids.next(), caller.accountId(), kind, now, callBack(kind, wanted.callBackAt(), now), note, false);
        outcomes.add(outcome, person, held.key(), held.newVersion());
        if (wanted.zoho() != null && !wanted.zoho().isEmpty()) {
            tellZoho.of(person, outcome, wanted.zoho(), held.key());
        }
        views.act(caller, "outcome.logged", person);
        evaluations.evaluate(List.of(person));
        return new ActRecorded(outcome.id(), held.newVersion());
    }

    static OutcomeKind kindOf(String word) {
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.code().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-outcome", "Choose one of the outcomes");
    }

    private static @Nullable Instant callBack(OutcomeKind kind, @Nullable Instant at, Instant now) {
        if (kind != OutcomeKind.CALL_BACK) {
            return null;
        }
        if (at == null || at.isBefore(now) || at.isAfter(now.plus(FURTHEST_CALL))) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "call-back-time",
                    "Say when to call: a time ahead, within a year");
        }
        return at;
    }
}
