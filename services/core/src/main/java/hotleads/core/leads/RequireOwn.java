package hotleads.core.leads;

import hotleads.core.ownclients.OwnClients;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is not the caller's own is not there for them; the refusal is recorded, whatever the act would have been. */
@Component
class RequireOwn {
    private final OwnClients ownClients;
    private final Views views;

    RequireOwn(OwnClients ownClients, Views views) {
        this.ownClients = ownClients;
        this.views = views;
    }

    @Transactional(noRollbackFor = Problem.class)
    public void of(Caller caller, UUID person) {
        if (!ownClients.mayKnow(caller, person)) {
            views.refused(caller, person);
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
    }
}
