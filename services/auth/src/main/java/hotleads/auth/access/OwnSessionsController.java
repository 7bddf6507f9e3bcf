package hotleads.auth.access;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.sessions.EndSessions;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Visit;
import hotleads.platform.endpoint.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own sessions, for everybody. */
@RestController
class OwnSessionsController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final EndSessions endSessions;
    private final Notices notices;

    OwnSessionsController(Accounts accounts, Sessions sessions, EndSessions endSessions, Notices notices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.endSessions = endSessions;
        this.notices = notices;
    }

    @GetMapping(path = "/auth/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    OwnSessions ownSessions(Caller caller) {
        Account account =
                accounts.find(new AccountId(caller.accountId())).orElseThrow(AccessRefusal.NOT_FOUND::asProblem);
        return new OwnSessions(sessions.openedBy(account).stream()
                .map(one -> SessionShown.of(one, caller.sessionId()))
                .toList());
    }

    /** One of one's own; somebody else's is not found. */
    @PostMapping("/auth/me/sessions/{sessionId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void endOwnSession(@PathVariable UUID sessionId, Caller caller, Visit visit) {
        Account own = accounts.hold(new AccountId(caller.accountId())).orElseThrow(AccessRefusal.NOT_FOUND::asProblem);
        if (!endSessions.one(own, sessionId, own.asActor(), visit.address())) {
            throw AccessRefusal.NOT_FOUND.asProblem();
        }
        notices.tell(own, Notice.SESSIONS_ENDED);
    }

    @PostMapping("/auth/me/sessions/end-others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void endOtherSessions(Caller caller, Visit visit) {
        Account own = accounts.hold(new AccountId(caller.accountId())).orElseThrow(AccessRefusal.NOT_FOUND::asProblem);
        endSessions.others(own, caller.sessionId(), own.asActor(), visit.address());
        notices.tell(own, Notice.SESSIONS_ENDED);
    }

    record OwnSessions(List<SessionShown> sessions) {}
}
