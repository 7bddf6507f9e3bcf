package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.passwords.Busy;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The first step: e-mail and password. */
@Component
class ProvePassword {
    private final PasswordTries tries;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Factors factors;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Trail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    ProvePassword(
            PasswordTries tries,
            Accounts accounts,
            PasswordHashing hashing,
            Factors factors,
            Sessions sessions,
            SignOut signOut,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tries = tries;
        this.accounts = accounts;
        this.hashing = hashing;
        this.factors = factors;
        this.sessions = sessions;
        this.signOut = signOut;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes the same way for unknown accounts as for known ones, up to the very end. */
    Step<Stage> prove(EmailAddress email, String password, Visit visit) {
        Optional<TooManyTries> tooMany = tries.count(email, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        Optional<Account> account = accounts.find(email);
        // Outside of any transaction: while a password waits for a core, no connection waits with it.
        boolean right = tries.takingBackWhenBusy(
                email,
                visit.address(),
                () -> hashing.matches(
                        password, account.map(Account::passwordHash).orElse(null)));
        if (!right) {
            return together.execute(status -> refuse(account, visit));
        }
        Optional<String> stronger = hashedAnew(account.orElseThrow(), password);
        return together.execute(status -> begin(account.orElseThrow(), stronger, visit));
    }

    /** Only now is the password at hand; when too many sign in at once, the next time will do. */
    private Optional<String> hashedAnew(Account account, String password) {
        try {
            return hashing.isOutdated(account.passwordHash()) ? Optional.of(hashing.hash(password)) : Optional.empty();
        } catch (Busy later) {
            return Optional.empty();
        }
    }

    private Step<Stage> begin(Account account, Optional<String> stronger, Visit visit) {
        Optional<Account> held = accounts.hold(account.id());
        stronger.ifPresent(hash -> held.ifPresent(now -> accounts.rehash(now, account.passwordHash(), hash)));
        tries.forget(account.email(), visit.address());
        signOut.endPrevious(visit);
        Sessions.Begun begun = sessions.begin(account, stateAfterPassword(account));
        trail.done(account.asActor(), Act.PASSWORD_PROVED, account.asSubject(), visit.address());
        return Step.taken(begun.secret(), begun.session().state());
    }

    /**
     * A factor that was proved once is asked for, even if its set-up was not finished: the password alone stays weak.
     */
    private Stage stateAfterPassword(Account account) {
        boolean codeIsDue = factors.active(account).isPresent()
                || factors.pending(account, clock.instant())
                        .filter(Factor::isProved)
                        .isPresent();
        return codeIsDue ? Stage.SECOND_FACTOR : Stage.SET_UP;
    }

    private Step<Stage> refuse(Optional<Account> account, Visit visit) {
        trail.refused(
                Actor.stranger(),
                Act.PASSWORD_REFUSED,
                account.map(Account::asSubject).orElse(Trail.Subject.UNKNOWN),
                visit.address());
        return Step.refused(Refusal.WRONG_SIGN_IN);
    }
}
