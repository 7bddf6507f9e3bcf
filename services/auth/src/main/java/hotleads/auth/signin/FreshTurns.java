package hotleads.auth.signin;

import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets people change how they sign in only a moment after they proved who they are: a screen left open is no proof. */
@Component
class FreshTurns {
    private final Turns turns;
    private final Clock clock;

    FreshTurns(Turns turns, Clock clock) {
        this.turns = turns;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Step<T> take(Visit visit, Function<Turns.Turn, Step<T>> act) {
        return turns.take(visit, Stage.SIGNED_IN)
                .map(turn -> isFresh(turn) ? act.apply(turn) : Step.<T>refused(Refusal.STEP_UP_REQUIRED))
                .orElseGet(() -> Step.refused(Refusal.SIGNED_OUT));
    }

    private boolean isFresh(Turns.Turn turn) {
        return turn.session().freshFor(clock.instant()).isPositive();
    }
}
