package hotleads.core.care;

import hotleads.core.care.ShowCare.CarePage;
import hotleads.core.care.ShowCare.CareShown;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.ownclients.OwnRecord;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The care lane on Today, and a client's wish to be contacted. */
@RestController
class CareController {
    private final ShowCare show;
    private final CareCheckIns care;
    private final AnswerCare answer;
    private final OpenCare open;
    private final CareActs acts;
    private final OwnClients ownClients;
    private final OwnRecord ownRecord;

    CareController(
            ShowCare show,
            CareCheckIns care,
            AnswerCare answer,
            OpenCare open,
            CareActs acts,
            OwnClients ownClients,
            OwnRecord ownRecord) {
        this.show = show;
        this.care = care;
        this.answer = answer;
        this.open = open;
        this.acts = acts;
        this.ownClients = ownClients;
        this.ownRecord = ownRecord;
    }

    /**
     * What was done.
     *
     * @param step {@code spoke}, {@code left-message}, {@code at-next-session}, {@code handed-over} or {@code no-need}
     */
    record CareDone(String step, @Nullable String note) {
        @Override
        public String toString() {
            return "[care]";
        }
    }

    /** Since when their wish waits. */
    record ContactAsked(Instant askedAt) {}

    /** A practitioner's own, with what they say; for administrators the bare fact of those nobody answered. */
    @GetMapping(path = "/api/care", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public CarePage waiting(Caller caller) {
        CarePage page = caller.role() == Role.ADMIN ? show.unanswered() : show.ofOwnClients(caller);
        acts.listed(caller, page.items().stream().map(CareShown::personId).toList());
        return page;
    }

    /** What one says: a view of a person's mood, and recorded as one. */
    @GetMapping(path = "/api/care/{careId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional(noRollbackFor = Problem.class)
    public CareShown one(Caller caller, @PathVariable UUID careId) {
        CareCheckIn found = care.find(careId)
                .filter(one -> ownClients.mayKnow(caller, one.personId()))
                .orElseThrow(() -> {
                    acts.refused(caller, careId);
                    return AnswerCare.notThere();
                });
        acts.viewed(caller, found.personId());
        return show.one(found);
    }

    @PostMapping("/api/care/{careId}/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(Caller caller, @PathVariable UUID careId) {
        answer.acknowledge(careId, caller);
    }

    @PostMapping("/api/care/{careId}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, @PathVariable UUID careId, @RequestBody CareDone done) {
        answer.close(careId, done.step, done.note, caller);
    }

    /** "Ask my practitioner to contact me". */
    @PostMapping(path = "/api/me/contact-requests", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public ContactAsked ask(Caller caller) {
        UUID person = ownRecord.of(caller);
        acts.asked(caller, person);
        return new ContactAsked(open.asked(person));
    }
}
