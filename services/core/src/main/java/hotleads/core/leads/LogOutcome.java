package hotleads.core.leads;

import hotleads.core.Ids;
import hotleads.core.leads.Outcomes.Outcome;
import hotleads.core.leads.rules.OutcomeKind;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logs what happened when someone was contacted, or takes that back; the person's place changes in the same
 * transaction.
 */
@Component
class LogOutcome {
    private static final Duration FURTHEST_CALL = Duration.ofDays(366);
    private static final int LONGEST_NOTE = 2_000;

    private final JdbcClient jdbc;
    private final Outcomes outcomes;
    private final Evaluations evaluations;
    private final Views views;
    private final Vault vault;
    private final Ids ids;
    private final PracticeClock clock;

    LogOutcome(
            JdbcClient jdbc,
            Outcomes outcomes,
            Evaluations evaluations,
            Views views,
            Vault vault,
            Ids ids,
            PracticeClock clock) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
        this.evaluations = evaluations;
        this.views = views;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to log.
     *
     * @param recordVersion the version of the person the caller saw
     */
    record NewOutcome(
            String kind,
            @Nullable Instant callBackAt,
            @Nullable String note,
            long recordVersion) {}

    @Transactional
    public UUID log(UUID person, NewOutcome wanted, Caller caller) {
        OutcomeKind kind = kindOf(wanted.kind());
        Instant now = clock.instant();
        String note = noteOf(wanted.note());
        Locked locked = lock(person);
        if (locked.factsVersion != wanted.recordVersion()) {
            throw changedMeanwhile(person, caller);
        }
        Outcome outcome = new Outcome(
                ids.next(), caller.accountId(), kind, now, callBack(kind, wanted.callBackAt(), now), note, false);
        outcomes.add(outcome, person, vault.key(locked.keyId));
        views.act(caller, "outcome.logged", person);
        evaluations.evaluate(List.of(person));
        return outcome.id();
    }

    @Transactional
    public void undo(UUID person, UUID outcome, Caller caller) {
        lock(person);
        if (!outcomes.undo(outcome, person, caller.accountId(), clock.instant())) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such outcome to undo");
        }
        views.act(caller, "outcome.undone", person);
        evaluations.evaluate(List.of(person));
    }

    private Locked lock(UUID person) {
        return jdbc.sql("SELECT key_id, facts_version FROM person WHERE id = ? FOR UPDATE")
                .param(person)
                .query(Locked.class)
                .optional()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person"));
    }

    /** Tells what the other did, so that the page can say it and keep what was typed. */
    private Problem changedMeanwhile(UUID person, Caller caller) {
        Map<String, Object> told = new HashMap<>();
        outcomes.of(person).stream().findFirst().ifPresent(latest -> {
            told.put("latestKind", Outcomes.word(latest.kind()));
            told.put("latestAt", latest.at());
            told.put("latestByYou", latest.accountId().equals(caller.accountId()));
        });
        return new Problem(
                HttpStatus.CONFLICT, "changed-under-you", "Something about this person changed meanwhile", told);
    }

    private static OutcomeKind kindOf(String word) {
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (Outcomes.word(kind).equals(word.toLowerCase(Locale.ROOT))) {
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

    private static @Nullable String noteOf(@Nullable String note) {
        String text = note == null ? "" : note.strip();
        if (text.length() > LONGEST_NOTE) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "note-too-long",
                    "Keep the note under " + LONGEST_NOTE + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private record Locked(UUID keyId, long factsVersion) {}
}
