package hotleads.core.personpage;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who looked at which part of whom, recorded in the transaction of the look. */
@Component
class PersonViews {
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    PersonViews(AuditLog audit, Ids ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    void done(Caller caller, String act, UUID person) {
        audit.append(Entry.done(
                ids.next(), clock.instant(), actor(caller), act, "person", person.toString(), RequestId.current()));
    }

    void refused(Caller caller, String act, UUID person) {
        audit.append(Entry.refused(
                ids.next(), clock.instant(), actor(caller), act, "person", person.toString(), RequestId.current()));
    }

    private static Actor actor(Caller caller) {
        return Actor.person(caller.accountId(), caller.role().word());
    }
}
