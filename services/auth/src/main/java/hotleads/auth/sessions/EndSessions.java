package hotleads.auth.sessions;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an account's sessions, whoever asks, in the transaction of the act: the next request of theirs gets no token.
 */
@Component
public class EndSessions {
    private final Sessions sessions;
    private final Trail trail;

    EndSessions(Sessions sessions, Trail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void all(Account account, Actor by, ClientAddress from) {
        record(sessions.endAll(account.id()), account, by, from);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void others(Account account, UUID stays, Actor by, ClientAddress from) {
        record(sessions.endOthers(account.id(), stays), account, by, from);
    }

    /** False when the account has no such session. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean one(Account account, UUID sid, Actor by, ClientAddress from) {
        boolean ended = sessions.end(account.id(), sid);
        if (ended) {
            record(List.of(sid), account, by, from);
        }
        return ended;
    }

    private void record(List<UUID> ended, Account account, Actor by, ClientAddress from) {
        ended.forEach(sid ->
                trail.done(by, Act.SESSION_ENDED, new Trail.Subject("session", sid.toString(), account.key()), from));
    }
}
