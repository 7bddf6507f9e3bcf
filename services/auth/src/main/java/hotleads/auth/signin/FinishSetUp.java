package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.knownbrowsers.KnownBrowsers;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.secondfactor.RecoveryCodes;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last step of setting up, whatever the factor: save the recovery codes, and copy one back. */
@Component
class FinishSetUp {
    /** The code people copy back, so that we know they saved them. */
    static final int NUMBER_ASKED = 4;

    private final SetUpTurns turns;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final SignOut signOut;
    private final KnownBrowsers browsers;
    private final Admission admission;
    private final Notices notices;
    private final Clock clock;

    FinishSetUp(
            SetUpTurns turns,
            Factors factors,
            RecoveryCodes codes,
            Sessions sessions,
            SignOut signOut,
            KnownBrowsers browsers,
            Admission admission,
            Notices notices,
            Clock clock) {
        this.turns = turns;
        this.factors = factors;
        this.codes = codes;
        this.sessions = sessions;
        this.signOut = signOut;
        this.browsers = browsers;
        this.admission = admission;
        this.notices = notices;
        this.clock = clock;
    }

    /** Hands out fresh recovery codes, because the ones before were shown once and may be gone with the page. */
    @Transactional
    public Step<List<RecoveryCode>> reissue(Visit visit) {
        return withProved(visit, (turn, factor) -> {
            turns.record(turn, Act.RECOVERY_CODES_ISSUED, visit);
            return Step.taken(codes.issue(turn.account().id(), turn.session().sid()));
        });
    }

    /** Takes back one recovery code as proof that they were saved; from here on the person is signed in. */
    @Transactional
    public Step<Stage> finish(int number, String code, Visit visit) {
        return withProved(
                visit,
                (turn, factor) -> number == NUMBER_ASKED
                                && codes.isRight(
                                        turn.account().id(), turn.session().sid(), number, code)
                        ? finish(turn, factor, visit)
                        : turns.refuse(turn, Refusal.WRONG_CODE, visit));
    }

    private Step<Stage> finish(Turns.Turn turn, Factor factor, Visit visit) {
        Account account = turn.account();
        Instant now = clock.instant();
        Session next = turn.session().setUpFinished(now);
        codes.putInForce(account.id(), next.sid(), now);
        // What was there before is lost, or a recovery code would not have been needed: it opens nothing any more.
        factors.activateAlone(account.id(), factor, now);
        browsers.forgetAll(account.id());
        signOut.endOthers(account, next, visit);
        turns.record(turn, Act.SET_UP_FINISHED, visit);
        if (turn.session().recoveredAt() != null) {
            notices.tell(account, Notice.FACTOR_ADDED);
        }
        return admission.admit(account, sessions.advance(next), visit);
    }

    private <T> Step<T> withProved(Visit visit, BiFunction<Turns.Turn, Factor, Step<T>> step) {
        return turns.take(
                visit,
                Factor::isProved,
                (turn, factor) -> turn.session().secondFactorAt() == null
                        ? Step.refused(Refusal.SET_UP_EXPIRED)
                        : step.apply(turn, factor));
    }
}
