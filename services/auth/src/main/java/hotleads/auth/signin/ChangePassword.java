package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.passwords.PasswordPolicy;
import hotleads.auth.passwords.PasswordPolicy.Weakness;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.signin.Guessers.Guesser;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another password, by someone who knows the present one and has just proved a second factor: neither a screen left
 * open nor a password that was overheard is enough.
 */
@Component
class ChangePassword {
    private final FreshTurns turns;
    private final Guessers guessers;
    private final PasswordTries tries;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Notices notices;
    private final Trail trail;
    private final TransactionTemplate together;

    ChangePassword(
            FreshTurns turns,
            Guessers guessers,
            PasswordTries tries,
            PasswordPolicy policy,
            PasswordHashing hashing,
            Accounts accounts,
            Sessions sessions,
            SignOut signOut,
            Notices notices,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.turns = turns;
        this.guessers = guessers;
        this.tries = tries;
        this.policy = policy;
        this.hashing = hashing;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signOut = signOut;
        this.notices = notices;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
    }

    Answer change(String present, String next, Visit visit) {
        Step<Account> fresh = together.execute(status -> turns.take(visit, turn -> Step.taken(turn.account())));
        return switch (fresh) {
            case Step.Taken<Account>(var secret, var browser, Account account) -> change(account, present, next, visit);
            case Step.Refused<Account>(Refusal why) -> new Answer.Ended(Step.refused(why));
            case Step.Wait<Account>(var retryAt) -> new Answer.Ended(new Step.Wait<>(retryAt));
        };
    }

    private Answer change(Account account, String present, String next, Visit visit) {
        // Before the present one is looked at: a choice that is refused must not use up tries.
        Optional<Weakness> weakness = weaknessOf(next, present, account);
        if (weakness.isPresent()) {
            return new Answer.Weak(weakness.get());
        }
        // Outside of any transaction: while a password waits for its turn, no connection waits with it.
        return new Answer.Ended(hashing.inTurn(hasher -> change(hasher, account, present, next, visit)));
    }

    private Step<Stage> change(
            PasswordHashing.Hasher hasher, Account account, String present, String next, Visit visit) {
        Guesser guesser = guessers.of(account.email(), visit);
        Optional<TooManyTries> tooMany = tries.count(guesser, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        if (!hasher.matches(present, account.passwordHash())) {
            return together.execute(status -> refuse(account, visit));
        }
        String hash = hasher.hash(next);
        return together.execute(status -> store(account, hash, guesser, visit));
    }

    private Optional<Weakness> weaknessOf(String next, String present, Account account) {
        return next.equals(present)
                ? Optional.of(Weakness.UNCHANGED)
                : policy.weaknessOf(next, List.of(account.email().value(), account.displayName()));
    }

    /** Ends every other session: one of them may be why the password is changed. */
    private Step<Stage> store(Account found, String hash, Guesser guesser, Visit visit) {
        return turns.take(visit, turn -> {
            Account account = turn.account();
            if (!account.passwordHash().equals(found.passwordHash())) {
                // Changed from elsewhere while this was looked at: what was right then is no proof now.
                return refuse(account, visit);
            }
            accounts.rehash(account, found.passwordHash(), hash);
            tries.forget(guesser, visit.address());
            signOut.endOthers(account, turn.session(), visit);
            trail.done(account.asActor(), Act.PASSWORD_CHANGED, account.asSubject(), visit.address());
            notices.tell(account, Notice.PASSWORD_CHANGED);
            return Step.taken(sessions.advance(turn.session()), Stage.SIGNED_IN);
        });
    }

    private Step<Stage> refuse(Account account, Visit visit) {
        trail.refused(account.asActor(), Act.PASSWORD_CHANGED, account.asSubject(), visit.address());
        return Step.refused(Refusal.WRONG_PASSWORD);
    }

    /** What becomes of wanting another password. */
    sealed interface Answer {
        record Weak(Weakness why) implements Answer {}

        record Ended(Step<Stage> step) implements Answer {}
    }
}
