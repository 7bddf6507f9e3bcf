package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.secondfactor.AppKey;
import hotleads.auth.secondfactor.AppKeys;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.secondfactor.Totp;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Setting up an authenticator app: take a key, prove it with a code. */
@Component
class SetUpApp {
    private final SetUpTurns turns;
    private final Factors factors;
    private final AppKeys keys;
    private final Clock clock;

    SetUpApp(SetUpTurns turns, Factors factors, AppKeys keys, Clock clock) {
        this.turns = turns;
        this.factors = factors;
        this.keys = keys;
        this.clock = clock;
    }

    /** Hands out a fresh key; an unfinished set-up is forgotten. */
    @Transactional
    public Step<NewKey> start(Visit visit) {
        return turns.take(visit, turn -> {
            Factor app = factors.start(
                    turn.account(), Factor.Kind.APP, null, turn.session().sid(), turns.endOfSetUp());
            turns.record(turn, Act.SET_UP_STARTED, visit);
            return Step.taken(new NewKey(turn.account(), keys.make(turn.account(), app)));
        });
    }

    /** Takes the new app's first code, and hands out the recovery codes. */
    @Transactional
    public Step<List<RecoveryCode>> prove(String code, Visit visit) {
        return turns.take(visit, factor -> factor.kind() == Factor.Kind.APP, (turn, app) -> {
            Instant now = clock.instant();
            AppKey key = keys.of(turn.account(), app);
            OptionalLong step = Totp.stepOf(key.secret(), code, now);
            if (step.isEmpty() || !keys.useStep(key, step.getAsLong())) {
                return turns.refuse(turn, step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED, visit);
            }
            return turns.proved(turn, app, turn.session().factorProved(now), visit);
        });
    }

    /** A key for the app of this account. */
    record NewKey(Account account, AppKey key) {}
}
