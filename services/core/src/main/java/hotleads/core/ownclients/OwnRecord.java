package hotleads.core.ownclients;

import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The one person a client's account is about, as the invite fixed it: what is a client's own is asked for by this
 * alone.
 */
@Component
public class OwnRecord {
    private final OwnClients ownClients;

    OwnRecord(OwnClients ownClients) {
        this.ownClients = ownClients;
    }

    /** No id comes from the request, so there is none to guess. */
    public UUID of(Caller caller) {
        return ownClients
                .own(caller)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "no-record", "This account is not tied to a record"));
    }
}
