package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.signin.Guessers.Guesser;
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
    private final Guessers guessers;
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
            Guessers guessers,
            PasswordTries tries,
            Accounts accounts,
            PasswordHashing hashing,
            Factors factors,
            Sessions sessions,
            SignOut signOut,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.guessers = guessers;
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
        Guesser guesser = guessers.of(email, visit);
        Optional<TooManyTries> tooMany = tries.count(guesser, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        Optional<Account> account = accounts.find(email);
        // Outside of any transaction: while a password waits for a core, no connection waits with it.
        boolean right = tries.takingBackWhenBusy(
                guesser,
                visit.address(),
                () -> hashing.matches(
                        password, account.map(Account::passwordHash).orElse(null)));
        return together.execute(
                status -> right ? begin(account.orElseThrow(), guesser, visit) : refuse(account, visit));
    }

    private Step<Stage> begin(Account account, Guesser guesser, Visit visit) {
        accounts.hold(account.id());
        tries.forget(guesser, visit.address());
        signOut.endPrevious(visit);
        Sessions.Begun begun = sessions.begin(account, stateAfterPassword(account));
        trail.done(account.asActor(), Act.PASSWORD_PROVED, account.asSubject(), visit.address());
        return Step.taken(begun.secret(), begun.session().state());
    }

    private Stage stateAfterPassword(Account account) {
        return factors.anyProved(account.id(), clock.instant()) ? Stage.SECOND_FACTOR : Stage.SET_UP;
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
