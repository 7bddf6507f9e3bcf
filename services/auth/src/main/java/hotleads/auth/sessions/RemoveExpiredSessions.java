package hotleads.auth.sessions;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes sessions that were idle or alive too long; they opened nothing any more since that moment. */
@Component
class RemoveExpiredSessions {
    private static final Actor JOB = Actor.job("remove-expired-sessions");

    private final Sessions sessions;
    private final Trail trail;

    RemoveExpiredSessions(Sessions sessions, Trail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    @Transactional
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        sessions.removeExpired()
                .forEach(sid -> trail.done(
                        JOB, Act.SESSION_ENDED, new Trail.Subject("session", sid.toString()), ClientAddress.NONE));
    }
}
