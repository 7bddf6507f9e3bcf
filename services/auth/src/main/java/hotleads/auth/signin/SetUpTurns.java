package hotleads.auth.signin;

import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.secondfactor.RecoveryCodes;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of a set-up have in common: who may take them, on what, and what proving a factor leads to. */
@Component
class SetUpTurns {
    private final Turns turns;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    SetUpTurns(Turns turns, Factors factors, RecoveryCodes codes, Sessions sessions, Trail trail, Clock clock) {
        this.turns = turns;
        this.factors = factors;
        this.codes = codes;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Step<T> take(Visit visit, Function<Turns.Turn, Step<T>> step) {
        return turns.take(visit, Stage.SET_UP)
                // Whoever has a factor already gets another only by a recovery code, never by the password alone.
                .filter(turn -> turn.session().recoveredAt() != null
                        || !factors.anyActive(turn.account().id()))
                .map(step)
                .orElseGet(() -> Step.refused(Refusal.SIGNED_OUT));
    }

    /** On the factor this session is setting up, if it fits and has time left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Step<T> take(Visit visit, Predicate<Factor> fits, BiFunction<Turns.Turn, Factor, Step<T>> step) {
        return take(
                visit,
                turn -> factors.pending(turn.account(), clock.instant())
                        .filter(factor -> factor.setUpBy().equals(turn.session().sid()))
                        .filter(fits)
                        .map(factor -> step.apply(turn, factor))
                        .orElseGet(() -> Step.refused(Refusal.SET_UP_EXPIRED)));
    }

    /** The factor was right for the first time: hands out recovery codes, which are the last step. */
    Step<List<RecoveryCode>> proved(Turns.Turn turn, Factor factor, Session next, Visit visit) {
        factors.proved(factor, clock.instant());
        record(turn, Act.FACTOR_PROVED, visit);
        record(turn, Act.RECOVERY_CODES_ISSUED, visit);
        return Step.taken(sessions.advance(next), codes.issue(turn.account().id(), next.sid()));
    }

    Instant endOfSetUp() {
        return clock.instant().plus(Factors.SET_UP_TIME);
    }

    void record(Turns.Turn turn, Act act, Visit visit) {
        trail.done(turn.account().asActor(), act, turn.account().asSubject(), visit.address());
    }

    <T> Step<T> refuse(Turns.Turn turn, Refusal why, Visit visit) {
        trail.refused(
                turn.account().asActor(), Act.SET_UP_REFUSED, turn.account().asSubject(), visit.address());
        return Step.refused(why);
    }
}
