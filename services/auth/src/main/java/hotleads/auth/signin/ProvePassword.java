package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.invites.LinkSecret;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.resets.Resets;
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
    private final Resets resets;
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
            Resets resets,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tries = tries;
        this.accounts = accounts;
        this.hashing = hashing;
        this.factors = factors;
        this.sessions = sessions;
        this.signOut = signOut;
        this.resets = resets;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Step<Stage> prove(EmailAddress email, String password, Visit visit) {
        return prove(email, password, Optional.empty(), visit);
    }

    /** After a reset: the link says whose password it has to be, and leads to a new factor. */
    Step<Stage> proveWithLink(LinkSecret link, String password, Visit visit) {
        return resets.accountOf(link)
                .flatMap(accounts::find)
                .map(account -> prove(account.email(), password, Optional.of(link), visit))
                .orElseGet(() -> Step.refused(Refusal.LINK_OVER));
    }

    /** Takes the same way for unknown accounts as for known ones, up to the very end. */
    private Step<Stage> prove(EmailAddress email, String password, Optional<LinkSecret> link, Visit visit) {
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
        return together.execute(status -> right ? begin(account.orElseThrow(), link, visit) : refuse(account, visit));
    }

    private Step<Stage> begin(Account found, Optional<LinkSecret> link, Visit visit) {
        Account account = accounts.hold(found.id()).orElseThrow();
        if (account.isLocked()) {
            // As any wrong pair: that there is an account, and that it is locked, is told by mail to its owner alone.
            return refuse(Optional.of(account), visit);
        }
        Stage next = stateAfterPassword(account);
        boolean opensByLink =
                link.flatMap(resets::accountOf).filter(account.id()::equals).isPresent();
        if (next == Stage.SET_UP && account.standing().needsLink() && !opensByLink) {
            // Or the password alone would do what took two administrators.
            trail.refused(account.asActor(), Act.RESET_LINK_REFUSED, account.asSubject(), visit.address());
            return Step.refused(link.isEmpty() ? Refusal.LINK_NEEDED : Refusal.LINK_OVER);
        }
        tries.forget(account.email(), visit.address());
        signOut.endPrevious(visit);
        Sessions.Begun begun = sessions.begin(account, next, visit);
        trail.done(
                account.asActor(),
                opensByLink ? Act.RESET_LINK_USED : Act.PASSWORD_PROVED,
                account.asSubject(),
                visit.address());
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
