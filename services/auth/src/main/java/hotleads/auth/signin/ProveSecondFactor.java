package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
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

/** The second step: a code of the authenticator app. */
@Component
class ProveSecondFactor {
    private final Turns turns;
    private final CodeTries tries;
    private final Factors factors;
    private final AppKeys keys;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Admission admission;
    private final Trail trail;
    private final Clock clock;

    ProveSecondFactor(
            Turns turns,
            CodeTries tries,
            Factors factors,
            AppKeys keys,
            Sessions sessions,
            SignOut signOut,
            Admission admission,
            Trail trail,
            Clock clock) {
        this.turns = turns;
        this.tries = tries;
        this.factors = factors;
        this.keys = keys;
        this.sessions = sessions;
        this.signOut = signOut;
        this.admission = admission;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Step<Stage> prove(String code, Visit visit) {
        Optional<Turns.Turn> turn = turns.take(visit, Stage.SECOND_FACTOR);
        if (turn.isEmpty()) {
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Account account = turn.get().account();
        Instant now = clock.instant();
        if (!factors.anyProved(account.id(), now)) {
            // Its set-up ran out in the meantime: the password has to be given again.
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Optional<TooManyTries> tooMany = tries.count(CodeTries.Kind.APP, account, visit);
        if (tooMany.isPresent()) {
            signOut.endHalfway(turn.get(), visit);
            return Step.waiting(tooMany.get());
        }
        return app(account, now)
                .map(app -> judge(turn.get(), keys.of(account, app), code, visit, now))
                .orElseGet(() -> refuse(account, Refusal.WRONG_CODE, visit));
    }

    /** The app that signs in, or the first one of an account, whose set-up was left before the codes were saved. */
    private Optional<Factor> app(Account account, Instant now) {
        Optional<Factor> factor = factors.anyActive(account.id())
                ? factors.active(account).stream()
                        .filter(active -> active.kind() == Factor.Kind.APP)
                        .findFirst()
                : factors.pending(account, now).filter(Factor::isProved);
        return factor.filter(found -> found.kind() == Factor.Kind.APP);
    }

    private Step<Stage> judge(Turns.Turn turn, AppKey key, String code, Visit visit, Instant now) {
        OptionalLong step = Totp.stepOf(key.secret(), code, now);
        if (step.isEmpty() || !keys.useStep(key, step.getAsLong())) {
            return refuse(turn.account(), step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED, visit);
        }
        tries.forget(CodeTries.Kind.APP, turn.account(), visit);
        factors.used(key.factor(), now);
        return key.factor().isActive()
                ? admission.admit(
                        turn.account(), sessions.advance(turn.session().signedIn(now)), visit)
                : backInSetUp(turn, key.factor(), visit, now);
    }

    private Step<Stage> backInSetUp(Turns.Turn turn, Factor app, Visit visit, Instant now) {
        Account account = turn.account();
        Session next = turn.session().backInSetUp(now);
        factors.handTo(next.sid(), app);
        trail.done(account.asActor(), Act.FACTOR_PROVED, account.asSubject(), visit.address());
        return Step.taken(sessions.advance(next), next.state());
    }

    private Step<Stage> refuse(Account account, Refusal why, Visit visit) {
        trail.refused(account.asActor(), Act.CODE_REFUSED, account.asSubject(), visit.address());
        return Step.refused(why);
    }
}
