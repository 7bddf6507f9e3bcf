package hotleads.core.audit;

import hotleads.core.people.People;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may see who looked at a person: said here and nowhere else, so that whoever else may is added here. */
@Component
class ViewingsAccess {
    private final People people;

    ViewingsAccess(People people) {
        this.people = people;
    }

    /** For everybody who may not, the person is not there: that someone is a client is nobody's business. */
    void require(Caller caller, UUID person) {
        if (caller.role() != Role.ADMIN || !people.exists(person)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
    }
}
