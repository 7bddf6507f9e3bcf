package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.Totp;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.SessionSecret;
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
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    ProveAgain(Turns turns, CodeTries tries, Factors factors, Sessions sessions, Trail trail, Clock clock) {
        this.turns = turns;
        this.tries = tries;
        this.factors = factors;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Step<Stage> prove(String code, Visit visit) {
        Optional<Turns.Turn> turn = turns.take(visit, Stage.SIGNED_IN, Stage.LOCKED);
        Optional<Factor> factor = turn.flatMap(taken -> factors.active(taken.account()));
        if (turn.isEmpty() || factor.isEmpty()) {
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Account account = turn.get().account();
        Optional<TooManyTries> tooMany = tries.count(account, visit.address());
        if (tooMany.isPresent()) {
            return Step.waiting(tooMany.get());
        }
        Instant now = clock.instant();
        OptionalLong step = Totp.stepOf(factor.get().secret(), code, now);
        if (step.isEmpty() || !factors.useStep(factor.get(), step.getAsLong())) {
            trail.refused(account.asActor(), Act.CODE_REFUSED, account.asSubject(), visit.address());
            return Step.refused(step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED);
        }
        tries.forget(account);
        return Step.taken(goOn(turn.get(), visit, now), Stage.SIGNED_IN);
    }

    /** Whatever was proved again, the session goes on from here, under a new secret. */
    SessionSecret goOn(Turns.Turn turn, Visit visit, Instant now) {
        Session session = turn.session();
        trail.done(
                turn.account().asActor(),
                session.state() == Stage.LOCKED ? Act.SCREEN_UNLOCKED : Act.PROVED_AGAIN,
                new Trail.Subject(
                        "session", session.sid().toString(), turn.account().key()),
                visit.address());
        return sessions.advance(session.provedAgain(now));
    }
}
