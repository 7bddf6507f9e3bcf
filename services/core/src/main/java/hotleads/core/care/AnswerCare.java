package hotleads.core.care;

import hotleads.core.care.CareCheckIn.Content;
import hotleads.core.care.CareCheckIn.State;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.SealingKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers to a care check-in: "I have this", and what was done. */
@Component
class AnswerCare {
    private static final int LONGEST_NOTE = 2_000;

    private final CareCheckIns care;
    private final CareActs acts;
    private final OwnClients ownClients;
    private final PracticeClock clock;

    AnswerCare(CareCheckIns care, CareActs acts, OwnClients ownClients, PracticeClock clock) {
        this.care = care;
        this.acts = acts;
        this.ownClients = ownClients;
        this.clock = clock;
    }

    /** Somebody has it already: that is no failure, and the first stays who has it. */
    @Transactional(noRollbackFor = Problem.class)
    public void acknowledge(UUID id, Caller caller) {
        CareCheckIn one = held(id, caller);
        if (one.state() == State.OPEN) {
            care.acknowledge(id, caller.accountId(), clock.instant());
        }
        acts.acknowledged(caller, id);
    }

    @Transactional(noRollbackFor = Problem.class)
    public void close(UUID id, String step, @Nullable String note, Caller caller) {
        CareStep done = stepOf(step);
        String kept = noteOf(note);
        CareCheckIn one = held(id, caller);
        if (one.state() == State.CLOSED) {
            throw refused("care-closed", "This was answered already");
        }
        SealingKey key = care.holdPerson(one.personId());
        care.write(id, new Content(one.content().reasons(), done, kept), key);
        care.close(id, caller.accountId(), clock.instant());
        acts.closed(caller, id);
    }

    private CareCheckIn held(UUID id, Caller caller) {
        return care.hold(id)
                .filter(one -> ownClients.mayKnow(caller, one.personId()))
                .orElseThrow(() -> {
                    acts.refused(caller, id);
                    return notThere();
                });
    }

    static Problem notThere() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such care check-in");
    }

    private static CareStep stepOf(@Nullable String word) {
        try {
            return CareStep.of(String.valueOf(word));
        } catch (IllegalArgumentException unknown) {
            throw refused("unknown-step", "Say what was done");
        }
    }

    private static @Nullable String noteOf(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST_NOTE) {
            throw refused("note-too-long", "Keep it under " + LONGEST_NOTE + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }
}
