package hotleads.core.audit;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with the trail is in the trail. */
@Component
class Acts {
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    Acts(AuditLog audit, Ids ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    void record(Caller caller, String act, String subject) {
        record(caller.accountId(), caller.role().word(), act, subject, RequestId.current());
    }

    void record(UUID account, String role, String act, String subject, @Nullable String requestId) {
        audit.append(
                Entry.done(ids.next(), clock.instant(), Actor.person(account, role), act, "audit", subject, requestId));
    }
}
