package hotleads.auth.signin;

import static hotleads.auth.throttle.Limit.SIGN_IN_ACCOUNT;
import static hotleads.auth.throttle.Limit.SIGN_IN_ACCOUNT_DAY;
import static hotleads.auth.throttle.Limit.SIGN_IN_ADDRESS;

import hotleads.audit.Actor;
import hotleads.auth.signin.Guessers.Guesser;
import hotleads.auth.throttle.Throttle;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts passwords tried for an e-mail and from a network, whether the e-mail has an account or not. */
@Component
class PasswordTries {
    private final Throttle throttle;
    private final Trail trail;

    PasswordTries(Throttle throttle, Trail trail) {
        this.throttle = throttle;
        this.trail = trail;
    }

    @Transactional
    public Optional<TooManyTries> count(Guesser guesser, ClientAddress address) {
        // The network first: one that is refused cannot lock further accounts.
        Optional<TooManyTries> refused = countNetwork(guesser, address)
                .or(() -> throttle.count(SIGN_IN_ACCOUNT, guesser.subject()))
                // Only tries that are evaluated count for the day.
                .or(() -> throttle.count(SIGN_IN_ACCOUNT_DAY, guesser.subject()));
        refused.filter(TooManyTries::isRecorded)
                .ifPresent(tries -> trail.refused(
                        Actor.stranger(), Act.TRIES_SPENT, Trail.Subject.UNKNOWN, address, tries.recordedCount()));
        return refused;
    }

    private Optional<TooManyTries> countNetwork(Guesser guesser, ClientAddress address) {
        return guesser.isStranger() ? throttle.count(SIGN_IN_ADDRESS, address.network()) : Optional.empty();
    }

    void forget(Guesser guesser, ClientAddress address) {
        throttle.forget(SIGN_IN_ACCOUNT, guesser.subject());
        throttle.forget(SIGN_IN_ACCOUNT_DAY, guesser.subject());
        // One person's success says nothing about the network's other tries.
        if (guesser.isStranger()) {
            throttle.takeBack(SIGN_IN_ADDRESS, address.network());
        }
    }
}
