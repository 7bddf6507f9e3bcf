package hotleads.auth.invites;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whom an invite was for once nobody can accept it any more. */
@Component
class CloseExpiredInvites {
    private final Invites invites;
    private final Clock clock;

    CloseExpiredInvites(Invites invites, Clock clock) {
        this.invites = invites;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void run() {
        invites.closeExpired(clock.instant());
    }
}
