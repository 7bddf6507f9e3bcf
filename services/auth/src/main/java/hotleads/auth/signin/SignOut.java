package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions before their time. */
@Component
class SignOut {
    private final Sessions sessions;
    private final Accounts accounts;
    private final Trail trail;

    SignOut(Sessions sessions, Accounts accounts, Trail trail) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Ends the browser's session, if it has one. */
    @Transactional
    public void signOut(Visit visit) {
        find(visit).ifPresent(session -> end(session, Act.SIGNED_OUT, visit));
    }

    /** Whoever signs in anew leaves the session the browser held before. */
    void endPrevious(Visit visit) {
        find(visit).ifPresent(session -> end(session, Act.SESSION_ENDED, visit));
    }

    /** A sign-in that was not finished ends with the tries for it: whoever goes on begins at the password again. */
    void endHalfway(Turns.Turn turn, Visit visit) {
        end(turn.session(), Act.SESSION_ENDED, visit);
    }

    /** Ends every session of the account but this one. */
    void endOthers(Account account, Session stays, Visit visit) {
        sessions.endOthers(account.id(), stays.sid())
                .forEach(sid -> trail.done(
                        account.asActor(),
                        Act.SESSION_ENDED,
                        new Trail.Subject("session", sid.toString(), account.key()),
                        visit.address()));
    }

    private Optional<Session> find(Visit visit) {
        return Optional.ofNullable(visit.secret()).flatMap(sessions::find);
    }

    private void end(Session session, Act act, Visit visit) {
        Optional<Account> account = trail.opened(() -> accounts.find(session.account()));
        sessions.end(session.sid());
        trail.done(
                account.map(Account::asActor).orElse(Actor.stranger()),
                act,
                new Trail.Subject(
                        "session",
                        session.sid().toString(),
                        account.map(Account::key).orElse(null)),
                visit.address());
    }
}
