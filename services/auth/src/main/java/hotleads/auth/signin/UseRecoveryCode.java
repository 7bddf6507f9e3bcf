package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.secondfactor.RecoveryCodes;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In the second step's place, when the phone is lost: leads to setting up a new factor and to nothing else. */
@Component
class UseRecoveryCode {
    private final Turns turns;
    private final CodeTries tries;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    UseRecoveryCode(
            Turns turns,
            CodeTries tries,
            RecoveryCodes codes,
            Sessions sessions,
            SignOut signOut,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.turns = turns;
        this.tries = tries;
        this.codes = codes;
        this.sessions = sessions;
        this.signOut = signOut;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Step<Stage> use(String code, Visit visit) {
        Optional<Turns.Turn> turn = turns.take(visit, Stage.SECOND_FACTOR);
        if (turn.isEmpty()) {
            return Step.refused(Refusal.SIGNED_OUT);
        }
        Account account = turn.get().account();
        Optional<TooManyTries> tooMany = tries.count(CodeTries.Kind.RECOVERY, account, visit);
        if (tooMany.isPresent()) {
            signOut.endHalfway(turn.get(), visit);
            return Step.waiting(tooMany.get());
        }
        Instant now = clock.instant();
        if (!codes.use(account.id(), code, now)) {
            trail.refused(account.asActor(), Act.RECOVERY_CODE_REFUSED, account.asSubject(), visit.address());
            return Step.refused(Refusal.WRONG_CODE);
        }
        return recover(account, turn.get().session().recovered(now), visit);
    }

    private Step<Stage> recover(Account account, Session next, Visit visit) {
        tries.forget(CodeTries.Kind.RECOVERY, account, visit);
        signOut.endOthers(account, next, visit);
        trail.done(account.asActor(), Act.RECOVERY_CODE_USED, account.asSubject(), visit.address());
        notices.tell(account, Notice.RECOVERY_CODE_USED);
        return Step.taken(sessions.advance(next), next.state());
    }
}
