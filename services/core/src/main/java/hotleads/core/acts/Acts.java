package hotleads.core.acts;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what people and jobs do to what is no person's, in the transaction of the act. */
@Component
public class Acts {
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    Acts(AuditLog audit, Ids ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param subject an id, or several with commas between */
    public void byPerson(Caller caller, String act, String subjectKind, String subject) {
        record(Actor.person(caller.accountId(), caller.role().word()), act, subjectKind, subject);
    }

    /** Somebody asked for what is not theirs to see. */
    public void refused(Caller caller, String act, String subjectKind, String subject) {
        audit.append(Entry.refused(
                ids.next(),
                clock.instant(),
                Actor.person(caller.accountId(), caller.role().word()),
                act,
                subjectKind,
                subject,
                RequestId.current()));
    }

    public void byJob(String job, String act, String subjectKind, String subject) {
        record(Actor.job(job), act, subjectKind, subject);
    }

    /**
     * What a job is about to do where no transaction of ours can take it back, such as at a provider. The entry is
     * committed when this returns; where it cannot be written, this throws and the job must not go on.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void beforehand(String job, String act, String subjectKind, String subject) {
        byJob(job, act, subjectKind, subject);
    }

    private void record(Actor actor, String act, String subjectKind, String subject) {
        audit.append(Entry.done(ids.next(), clock.instant(), actor, act, subjectKind, subject, RequestId.current()));
    }
}
