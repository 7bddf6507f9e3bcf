package hotleads.core.leads;

import hotleads.core.crm.CrmOfPeople;
import hotleads.core.crm.CrmOfPeople.Target;
import hotleads.core.crm.ForZoho;
import hotleads.core.leads.rules.OutcomeKind;
import hotleads.core.outbox.Outbox;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.platform.problem.Problem;
import hotleads.vault.SealingKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What of a logged outcome goes to Zoho: shown before, and nothing but what was shown. */
@Component
class TellZoho {
    private static final String NOTE = "note";
    private static final String TASK = "task";

    private final CrmOfPeople crm;
    private final ForZoho forZoho;
    private final Outbox outbox;
    private final PracticeClock clock;
    private final Duration undoWithin;

    TellZoho(
            CrmOfPeople crm,
            ForZoho forZoho,
            Outbox outbox,
            PracticeClock clock,
            // The page offers to take an outcome back for ten seconds: until then nothing has left.
            @Value("${core.outbox.undo-within:12s}") Duration undoWithin) {
        this.crm = crm;
        this.forZoho = forZoho;
        this.outbox = outbox;
        this.clock = clock;
        this.undoWithin = undoWithin;
    }

    /**
     * What would be written, word by word.
     *
     * @param module where, {@code Leads} or {@code Contacts}; null when Zoho does not know the person, and nothing can
     *     be
     * @param task only where a call was promised
     */
    record ZohoPreview(
            @Nullable String module,
            @Nullable ZohoNoteShown note,
            @Nullable ZohoTaskShown task) {}

    /** A note as it would stand there. */
    record ZohoNoteShown(String title, String text) {}

    /** A task as it would stand there. */
    record ZohoTaskShown(String subject, LocalDate dueOn) {}

    ZohoPreview preview(UUID person, OutcomeKind kind, @Nullable Instant callBackAt) {
        return crm.targetOf(person)
                .map(target -> shown(
                        target,
                        forZoho.noteOf(target, kind, clock.instant()),
                        forZoho.taskOf(target, kind, callBackAt)))
                .orElse(new ZohoPreview(null, null, null));
    }

    private static ZohoPreview shown(Target target, ForZoho.Note note, Optional<ForZoho.Task> task) {
        return new ZohoPreview(
                target.module(),
                new ZohoNoteShown(note.title(), note.text()),
                task.map(one -> new ZohoTaskShown(one.subject(), one.dueOn())).orElse(null));
    }

    /** In the transaction of the outcome. */
    void of(UUID person, Outcome outcome, List<String> wanted, SealingKey key) {
        if (!Set.of(NOTE, TASK).containsAll(wanted)) {
            throw refused("unknown-for-zoho", "Only a note and a task are written to Zoho");
        }
        Target target =
                crm.targetOf(person).orElseThrow(() -> refused("not-in-zoho", "Zoho does not know this person"));
        if (wanted.contains(NOTE)) {
            put(ForZoho.NOTE, target, outcome, forZoho.noteOf(target, outcome.kind(), outcome.at()), key);
        }
        if (wanted.contains(TASK)) {
            ForZoho.Task task = forZoho.taskOf(target, outcome.kind(), outcome.callBackAt())
                    .orElseThrow(() -> refused("no-task", "Only a promised call is a task"));
            put(ForZoho.TASK, target, outcome, task, key);
        }
    }

    private void put(String kind, Target target, Outcome outcome, Object content, SealingKey key) {
        outbox.put(new Outbox.Packed(
                kind, Long.toString(target.id()), outcome.id(), forZoho.packed(content), key, undoWithin));
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }
}
