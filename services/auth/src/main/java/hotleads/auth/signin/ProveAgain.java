package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.passkeys.AskForPasskey;
import hotleads.auth.passkeys.Binding;
import hotleads.auth.passkeys.CheckPasskey;
import hotleads.auth.passkeys.CheckPasskey.Verdict;
import hotleads.auth.passkeys.Passkey;
import hotleads.auth.passkeys.PasskeyAnswer;
import hotleads.auth.passkeys.PasskeyRequest;
import hotleads.auth.passkeys.Purpose;
import hotleads.auth.secondfactor.AppKey;
import hotleads.auth.secondfactor.AppKeys;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.Totp;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second factor once more, by someone signed in: before an act that asks for it, and to unlock a screen. */
@Component
class ProveAgain {
    private final Turns turns;
    private final CodeTries tries;
    private final Factors factors;
    private final AppKeys keys;
    private final AskForPasskey ask;
    private final CheckPasskey check;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    ProveAgain(
            Turns turns,
            CodeTries tries,
            Factors factors,
            AppKeys keys,
            AskForPasskey ask,
            CheckPasskey check,
            Sessions sessions,
            Trail trail,
            Clock clock) {
        this.turns = turns;
        this.tries = tries;
        this.factors = factors;
        this.keys = keys;
        this.ask = ask;
        this.check = check;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Step<Stage> prove(String code, Visit visit) {
        Optional<Turns.Turn> turn = turns.take(visit, Stage.SIGNED_IN, Stage.LOCKED);
        if (turn.isEmpty()) {
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Account account = turn.get().account();
        Optional<TooManyTries> tooMany = tries.count(CodeTries.Kind.APP, account, visit);
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        return factors.active(account).stream()
                .filter(factor -> factor.kind() == Factor.Kind.APP)
                .findFirst()
                .map(app -> judge(turn.get(), keys.of(account, app), code, visit))
                .orElseGet(() -> refuse(account, Act.CODE_REFUSED, Refusal.WRONG_CODE, visit));
    }

    private Step<Stage> judge(Turns.Turn turn, AppKey key, String code, Visit visit) {
        OptionalLong step = Totp.stepOf(key.secret(), code, clock.instant());
        if (step.isEmpty() || !keys.useStep(key, step.getAsLong())) {
            return refuse(
                    turn.account(),
                    Act.CODE_REFUSED,
                    step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED,
                    visit);
        }
        tries.forget(CodeTries.Kind.APP, turn.account(), visit);
        return goOn(turn, key.factor(), visit);
    }

    /** The question for a passkey; an answer counts for this session alone. */
    @Transactional
    public Step<PasskeyRequest> ask(Visit visit) {
        return turns.take(visit, Stage.SIGNED_IN, Stage.LOCKED)
                .map(turn -> Step.taken(ask.toProveAgain(turn.session().sid())))
                .orElseGet(() -> Step.refused(Refusal.SIGNED_OUT));
    }

    @Transactional
    public Step<Stage> proveByPasskey(PasskeyAnswer answer, Visit visit) {
        Optional<Turns.Turn> turn = turns.take(visit, Stage.SIGNED_IN, Stage.LOCKED);
        if (turn.isEmpty()) {
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Account account = turn.get().account();
        Optional<Passkey> own =
                check.claimed(answer).filter(passkey -> passkey.account().equals(account.id()));
        Verdict verdict = check.judge(
                answer,
                own.orElse(null),
                Binding.ofSession(Purpose.AGAIN, turn.get().session().sid()));
        Optional<Factor> factor = own.flatMap(passkey -> factors.active(account).stream()
                .filter(active -> active.id().equals(passkey.id()))
                .findFirst());
        if (verdict == Verdict.RIGHT && factor.isPresent()) {
            return goOn(turn.get(), factor.get(), visit);
        }
        Act refused = verdict == Verdict.WENT_BACK ? Act.PASSKEY_COUNTER_WENT_BACK : Act.PASSKEY_REFUSED;
        return refuse(account, refused, Refusal.PASSKEY_REFUSED, visit);
    }

    /** Whatever was proved again, the session goes on from here, under a new secret. */
    private Step<Stage> goOn(Turns.Turn turn, Factor factor, Visit visit) {
        Session session = turn.session();
        Instant now = clock.instant();
        factors.used(factor, now);
        trail.done(
                turn.account().asActor(),
                session.state() == Stage.LOCKED ? Act.SCREEN_UNLOCKED : Act.PROVED_AGAIN,
                new Trail.Subject(
                        "session", session.sid().toString(), turn.account().key()),
                visit.address());
        return Step.taken(sessions.advance(session.provedAgain(now)), Stage.SIGNED_IN);
    }

    private Step<Stage> refuse(Account account, Act act, Refusal why, Visit visit) {
        trail.refused(account.asActor(), act, account.asSubject(), visit.address());
        return Step.refused(why);
    }
}
