package hotleads.core.leads;

import hotleads.core.leads.LogOutcome.NewOutcome;
import hotleads.platform.endpoint.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outcomes, logged and undone. */
@RestController
class OutcomesController {
    private final LogOutcome logOutcome;

    OutcomesController(LogOutcome logOutcome) {
        this.logOutcome = logOutcome;
    }

    /** The outcome that was logged, for undoing it. */
    record Logged(UUID id) {}

    @PostMapping(path = "/api/leads/{personId}/outcomes", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Logged log(Caller caller, @PathVariable UUID personId, @RequestBody NewOutcome outcome) {
        return new Logged(logOutcome.log(personId, outcome, caller));
    }

    @PostMapping("/api/leads/{personId}/outcomes/{outcomeId}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @PathVariable UUID personId, @PathVariable UUID outcomeId) {
        logOutcome.undo(personId, outcomeId, caller);
    }
}
