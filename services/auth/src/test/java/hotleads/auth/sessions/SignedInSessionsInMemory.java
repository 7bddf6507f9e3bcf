package hotleads.auth.sessions;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.secondfactor.Factors;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The question of every request, asked of stores in memory as the one statement asks the database. */
public final class SignedInSessionsInMemory extends SignedInSessions {
    private final Sessions sessions;
    private final Accounts accounts;
    private final Factors factors;

    public SignedInSessionsInMemory(Sessions sessions, Accounts accounts, Factors factors, Clock clock) {
        super(Nowhere.client(), clock);
        this.sessions = sessions;
        this.accounts = accounts;
        this.factors = factors;
    }

    @Override
    public Optional<SignedIn> use(SessionSecret secret) {
        return look(secret);
    }

    @Override
    public Optional<SignedIn> look(SessionSecret secret) {
        return sessions.find(secret)
                .filter(session -> session.state() == Stage.SIGNED_IN && session.secondFactorAt() != null)
                .filter(session -> factors.anyActive(session.account()))
                .flatMap(session -> accounts.find(session.account())
                        .filter(account -> !account.isLocked())
                        .map(account -> signedIn(session, account)));
    }

    private static SignedIn signedIn(Session session, Account account) {
        return new SignedIn(
                session.sid(),
                account.id(),
                account.role(),
                Objects.requireNonNull(session.secondFactorAt()),
                session.passkeyAt() != null,
                List.of(),
                account.person());
    }
}
