package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.sessions.Visit;
import hotleads.auth.throttle.Limit;
import hotleads.auth.throttle.Throttle;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts the codes tried for an account, those of its app and its recovery codes apart. */
@Component
class CodeTries {
    private final Throttle throttle;
    private final Guessers guessers;
    private final Trail trail;

    CodeTries(Throttle throttle, Guessers guessers, Trail trail) {
        this.throttle = throttle;
        this.guessers = guessers;
        this.trail = trail;
    }

    Optional<TooManyTries> count(Kind kind, Account account, Visit visit) {
        String subject = guessers.of(account.email(), visit).subject();
        Optional<TooManyTries> refused = throttle.count(kind.atOnce, subject)
                // Only tries that are evaluated count for the day.
                .or(() -> throttle.count(kind.day, subject));
        refused.filter(TooManyTries::isRecorded)
                .ifPresent(tries -> trail.refused(
                        account.asActor(),
                        Act.TRIES_SPENT,
                        account.asSubject(),
                        visit.address(),
                        tries.recordedCount()));
        return refused;
    }

    void forget(Kind kind, Account account, Visit visit) {
        String subject = guessers.of(account.email(), visit).subject();
        throttle.forget(kind.atOnce, subject);
        throttle.forget(kind.day, subject);
    }

    /** What is guessed at. */
    enum Kind {
        APP(Limit.APP_CODE, Limit.APP_CODE_DAY),
        RECOVERY(Limit.RECOVERY_CODE, Limit.RECOVERY_CODE_DAY);

        private final Limit atOnce;
        private final Limit day;

        Kind(Limit atOnce, Limit day) {
            this.atOnce = atOnce;
            this.day = day;
        }
    }
}
