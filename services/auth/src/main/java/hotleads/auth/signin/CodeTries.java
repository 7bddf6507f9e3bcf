package hotleads.auth.signin;

import static hotleads.auth.throttle.Limit.SECOND_FACTOR;
import static hotleads.auth.throttle.Limit.SECOND_FACTOR_DAY;

import hotleads.auth.accounts.Account;
import hotleads.auth.throttle.Throttle;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts the codes tried for an account, app and recovery codes together. */
@Component
class CodeTries {
    private final Throttle throttle;
    private final Trail trail;

    CodeTries(Throttle throttle, Trail trail) {
        this.throttle = throttle;
        this.trail = trail;
    }

    Optional<TooManyTries> count(Account account, ClientAddress address) {
        String subject = account.id().toString();
        Optional<TooManyTries> refused = throttle.count(SECOND_FACTOR, subject)
                // Only tries that are evaluated count for the day.
                .or(() -> throttle.count(SECOND_FACTOR_DAY, subject));
        refused.filter(TooManyTries::isRecorded)
                .ifPresent(tries -> trail.refused(
                        account.asActor(), Act.TRIES_SPENT, account.asSubject(), address, tries.recordedCount()));
        return refused;
    }

    void forget(Account account) {
        throttle.forget(SECOND_FACTOR, account.id().toString());
        throttle.forget(SECOND_FACTOR_DAY, account.id().toString());
    }
}
