package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.invites.LinkSecret;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.resets.Resets;
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
    private final Resets resets;
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
            Resets resets,
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

    private Step<Stage> prove(EmailAddress email, String password, Optional<LinkSecret> link, Visit visit) {
        // Outside of any transaction: while a password waits for its turn, no connection waits with it.
        return hashing.inTurn(hasher -> prove(hasher, email, password, link, visit));
    }

    /** Takes the same way for unknown accounts as for known ones, up to the very end. */
    private Step<Stage> prove(
            PasswordHashing.Hasher hasher,
            EmailAddress email,
            String password,
            Optional<LinkSecret> link,
            Visit visit) {
        Guesser guesser = guessers.of(email, visit);
        Optional<TooManyTries> tooMany = tries.count(guesser, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        // To a stranger an account that does not open is none: what is wrong with it, the trail tells administrators.
        Optional<Account> account = trail.opened(() -> accounts.find(email));
        if (!hasher.matches(password, account.map(Account::passwordHash).orElse(null))) {
            return together.execute(status -> refuse(account, visit));
        }
        // Only now is the password at hand.
        Optional<String> stronger =
                account.map(Account::passwordHash).filter(hashing::isOutdated).map(outdated -> hasher.hash(password));
        return together.execute(status -> begin(account.orElseThrow(), stronger, guesser, link, visit));
    }

    private Step<Stage> begin(
            Account found, Optional<String> stronger, Guesser guesser, Optional<LinkSecret> link, Visit visit) {
        Account account = accounts.hold(found.id()).orElseThrow();
        if (account.isLocked()) {
            // As any wrong pair: that there is an account, and that it is locked, is told by mail to its owner alone.
            return refuse(Optional.of(account), visit);
        }
        stronger.ifPresent(hash -> accounts.rehash(account, found.passwordHash(), hash));
        Stage next = stateAfterPassword(account);
        boolean opensByLink =
                link.flatMap(resets::accountOf).filter(account.id()::equals).isPresent();
        if (next == Stage.SET_UP && account.standing().needsLink() && !opensByLink) {
            // Or the password alone would do what took two administrators.
            trail.refused(account.asActor(), Act.RESET_LINK_REFUSED, account.asSubject(), visit.address());
            return Step.refused(link.isEmpty() ? Refusal.LINK_NEEDED : Refusal.LINK_OVER);
        }
        tries.forget(guesser, visit.address());
        signOut.endPrevious(visit);
        Sessions.Begun begun = sessions.begin(account, next, visit);
        trail.done(
                account.asActor(),
                opensByLink ? Act.RESET_LINK_USED : Act.PASSWORD_PROVED,
                account.asSubject(),
                visit.address());
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
