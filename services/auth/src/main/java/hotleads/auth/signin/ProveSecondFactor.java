package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
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
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    ProveSecondFactor(Turns turns, CodeTries tries, Factors factors, Sessions sessions, Trail trail, Clock clock) {
        this.turns = turns;
        this.tries = tries;
        this.factors = factors;
        this.sessions = sessions;
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
        Optional<Factor> factor =
                factors.active(account).or(() -> factors.pending(account, now).filter(Factor::isProved));
        if (factor.isEmpty()) {
            // Its set-up ran out in the meantime: the password has to be given again.
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Optional<TooManyTries> tooMany = tries.count(account, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        return judge(turn.get(), factor.get(), code, visit, now);
    }

    private Step<Stage> judge(Turns.Turn turn, Factor factor, String code, Visit visit, Instant now) {
        Account account = turn.account();
        OptionalLong step = Totp.stepOf(factor.secret(), code, now);
        if (step.isEmpty() || !factors.useStep(factor, step.getAsLong())) {
            trail.refused(account.asActor(), Act.CODE_REFUSED, account.asSubject(), visit.address());
            return Step.refused(step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED);
        }
        tries.forget(account);
        Session next = factor.isActive() ? signIn(turn, visit, now) : backInSetUp(turn, factor, visit, now);
        return Step.taken(sessions.advance(next), next.state());
    }

    private Session signIn(Turns.Turn turn, Visit visit, Instant now) {
        Account account = turn.account();
        trail.done(account.asActor(), Act.SIGNED_IN, account.asSubject(), visit.address());
        return turn.session().signedIn(now);
    }

    private Session backInSetUp(Turns.Turn turn, Factor factor, Visit visit, Instant now) {
        Account account = turn.account();
        factors.handTo(turn.session().sid(), factor);
        trail.done(account.asActor(), Act.FACTOR_PROVED, account.asSubject(), visit.address());
        return turn.session().backInSetUp(now);
    }
}
