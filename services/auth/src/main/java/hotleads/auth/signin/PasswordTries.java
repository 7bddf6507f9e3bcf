package hotleads.auth.signin;

import static hotleads.auth.throttle.Limit.SIGN_IN_ACCOUNT;
import static hotleads.auth.throttle.Limit.SIGN_IN_ADDRESS;

import hotleads.audit.Actor;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.passwords.Busy;
import hotleads.auth.throttle.Throttle;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    public Optional<TooManyTries> count(EmailAddress email, ClientAddress address) {
        // The network first: one that is refused cannot lock further accounts.
        Optional<TooManyTries> refused = throttle.count(SIGN_IN_ADDRESS, address.network())
                .or(() -> throttle.count(SIGN_IN_ACCOUNT, email.value()));
        refused.filter(TooManyTries::isRecorded)
                .ifPresent(tries -> trail.refused(
                        Actor.stranger(), Act.TRIES_SPENT, Trail.Subject.UNKNOWN, address, tries.recordedCount()));
        return refused;
    }

    boolean takingBackWhenBusy(EmailAddress email, ClientAddress address, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (Busy busy) {
            // Not evaluated, so it must not count: a flood would lock honest people out.
            throttle.takeBack(SIGN_IN_ACCOUNT, email.value());
            throttle.takeBack(SIGN_IN_ADDRESS, address.network());
            throw busy;
        }
    }

    void forget(EmailAddress email, ClientAddress address) {
        throttle.forget(SIGN_IN_ACCOUNT, email.value());
        // One person's success says nothing about the network's other tries.
        throttle.takeBack(SIGN_IN_ADDRESS, address.network());
    }
}
