package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the steps of one account happen one after the other. */
@Component
class Turns {
    private final Sessions sessions;
    private final Accounts accounts;

    Turns(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Empty unless the browser's session is in one of these states and its account may sign in. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Turn> take(Visit visit, Stage... states) {
        return Optional.ofNullable(visit.secret())
                .flatMap(secret -> sessions.find(secret)
                        .flatMap(seen -> accounts.hold(seen.account()))
                        // Read again now that the account is held: another step may have ended or moved the session.
                        .flatMap(account -> sessions.find(secret).map(session -> new Turn(session, account))))
                .filter(turn -> List.of(states).contains(turn.session().state())
                        && !turn.account().isLocked());
    }

    /** A session and its account, nobody else's to change until the transaction ends. */
    record Turn(Session session, Account account) {}
}
