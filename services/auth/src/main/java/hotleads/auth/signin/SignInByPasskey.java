package hotleads.auth.signin;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.passkeys.AskForPasskey;
import hotleads.auth.passkeys.Binding;
import hotleads.auth.passkeys.CheckPasskey;
import hotleads.auth.passkeys.CheckPasskey.Verdict;
import hotleads.auth.passkeys.Passkey;
import hotleads.auth.passkeys.PasskeyAnswer;
import hotleads.auth.passkeys.PasskeyRequest;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In the place of both steps: a passkey, whose device asks for its own lock first. Nobody names an account before, and
 * no number of wrong guesses about one keeps its passkeys out.
 */
@Component
class SignInByPasskey {
    private final AskForPasskey ask;
    private final CheckPasskey check;
    private final Accounts accounts;
    private final Factors factors;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Admission admission;
    private final Trail trail;
    private final SecureRandom random;
    private final Clock clock;

    SignInByPasskey(
            AskForPasskey ask,
            CheckPasskey check,
            Accounts accounts,
            Factors factors,
            Sessions sessions,
            SignOut signOut,
            Admission admission,
            Trail trail,
            SecureRandom random,
            Clock clock) {
        this.ask = ask;
        this.check = check;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.signOut = signOut;
        this.admission = admission;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
    }

    /** The same question whoever asks; only the browser that asked may answer. */
    @Transactional
    public Step<PasskeyRequest> ask(Visit visit) {
        BrowserSecret known = visit.browser();
        BrowserSecret browser = known == null ? BrowserSecret.random(random) : known;
        return new Step.Taken<>(
                Optional.empty(), known == null ? Optional.of(browser) : Optional.empty(), ask.toSignIn(browser));
    }

    @Transactional
    public Step<Stage> prove(PasskeyAnswer answer, Visit visit) {
        BrowserSecret browser = visit.browser();
        if (browser == null) {
            return Step.refused(Refusal.PASSKEY_REFUSED);
        }
        Optional<Account> account = check.claimed(answer)
                .flatMap(passkey -> accounts.hold(passkey.account()))
                .filter(held -> !held.isLocked());
        // Read again now that the account is held: it may have been removed, or its counter moved.
        Optional<Passkey> claimed = account.flatMap(held -> check.claimed(answer));
        Verdict verdict = check.judge(answer, claimed.orElse(null), Binding.ofBrowser(browser));
        Optional<Factor> factor = claimed.flatMap(passkey -> working(account.orElseThrow(), passkey));
        return verdict == Verdict.RIGHT && factor.isPresent()
                ? begin(account.orElseThrow(), factor.get(), visit)
                : refuse(verdict, account, visit);
    }

    /**
     * One that signs in, or the first one of an account, whose set-up was left before the recovery codes were saved.
     */
    private Optional<Factor> working(Account account, Passkey passkey) {
        Optional<Factor> pending = factors.anyActive(account.id())
                ? Optional.empty()
                : factors.pending(account, clock.instant()).filter(Factor::isProved);
        return factors.active(account).stream()
                .filter(factor -> factor.id().equals(passkey.id()))
                .findFirst()
                .or(() -> pending.filter(factor -> factor.id().equals(passkey.id())));
    }

    private Step<Stage> begin(Account account, Factor factor, Visit visit) {
        Instant now = clock.instant();
        signOut.endPrevious(visit);
        Sessions.Begun begun =
                sessions.beginByPasskey(account, factor.isActive() ? Stage.SIGNED_IN : Stage.SET_UP, visit);
        factors.used(factor, now);
        if (factor.isActive()) {
            return admission.admit(account, begun.secret(), visit);
        }
        factors.handTo(begun.session().sid(), factor);
        trail.done(account.asActor(), Act.FACTOR_PROVED, account.asSubject(), visit.address());
        return Step.taken(begun.secret(), Stage.SET_UP);
    }

    private Step<Stage> refuse(Verdict verdict, Optional<Account> account, Visit visit) {
        trail.refused(
                Actor.stranger(),
                verdict == Verdict.WENT_BACK ? Act.PASSKEY_COUNTER_WENT_BACK : Act.PASSKEY_REFUSED,
                account.map(Account::asSubject).orElse(Trail.Subject.UNKNOWN),
                visit.address());
        return Step.refused(Refusal.PASSKEY_REFUSED);
    }
}
