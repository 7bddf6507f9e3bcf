package hotleads.core.events;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.vault.PracticeVault;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who looked at which deliveries and why, and who replayed them: recorded in the transaction of the act. */
@Component
class EventViews {
    private final Acts acts;
    private final AuditLog audit;
    private final PracticeVault practice;
    private final Ids ids;
    private final Clock clock;

    EventViews(Acts acts, AuditLog audit, PracticeVault practice, Ids ids, Clock clock) {
        this.acts = acts;
        this.audit = audit;
        this.practice = practice;
        this.ids = ids;
        this.clock = clock;
    }

    /** One entry for the page, holding all that is on it. */
    void list(Caller caller, List<UUID> events) {
        act(
                caller,
                "events.viewed",
                "event",
                events.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    void act(Caller caller, String act, String kind, String subject) {
        acts.byPerson(caller, act, kind, subject);
    }

    void job(String act, String kind, String subject) {
        acts.byJob(RunReplays.NAME, act, kind, subject);
    }

    /** The reason is free text, so it is sealed. */
    void revealed(Caller caller, UUID event, String reason) {
        UUID id = ids.next();
        SealingKey key = practice.key();
        audit.append(new Entry(
                id,
                clock.instant(),
                Actor.person(caller.accountId(), caller.role().word()),
                "event.revealed",
                "event",
                event.toString(),
                "done",
                1,
                RequestId.current(),
                key.seal(reason, new Place("audit_entry", "sealed", id)),
                key.id()));
    }
}
