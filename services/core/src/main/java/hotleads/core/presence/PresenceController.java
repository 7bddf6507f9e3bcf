package hotleads.core.presence;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Rob is on this": a page that has someone open says so every few seconds, and hears who else has. */
@RestController
class PresenceController {
    private static final int AGAIN_SECONDS = 10;

    private final Presences presences;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    PresenceController(Presences presences, AuditLog audit, Ids ids, Clock clock) {
        this.presences = presences;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who else is there.
     *
     * @param others accounts
     * @param again after how many seconds to tell again
     */
    record AlsoHere(List<UUID> others, int again) {}

    @PostMapping(path = "/api/leads/{personId}/presence", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public AlsoHere here(Caller caller, @PathVariable UUID personId) {
        Instant now = clock.instant();
        // One entry for the whole stay: each beat says only that it goes on.
        if (presences.put(caller.accountId(), personId, now)) {
            record(caller, "person.stayed", personId);
        }
        return new AlsoHere(presences.others(caller.accountId(), personId, now), AGAIN_SECONDS);
    }

    @PostMapping("/api/leads/{personId}/presence/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void gone(Caller caller, @PathVariable UUID personId) {
        presences.end(caller.accountId(), personId);
        record(caller, "person.left", personId);
    }

    private void record(Caller caller, String act, UUID person) {
        Actor actor = Actor.person(caller.accountId(), caller.role().word());
        audit.append(
                Entry.done(ids.next(), clock.instant(), actor, act, "person", person.toString(), RequestId.current()));
    }
}
