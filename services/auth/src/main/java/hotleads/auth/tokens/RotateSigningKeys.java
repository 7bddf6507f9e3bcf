package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next signing key in time and removes the ones that are over; safe at several instances at once. */
@Component
class RotateSigningKeys {
    private static final Actor JOB = Actor.job("rotate-signing-keys");

    private final StoredKeys stored;
    private final Trail trail;
    private final Clock clock;

    RotateSigningKeys(StoredKeys stored, Trail trail, Clock clock) {
        this.stored = stored;
        this.trail = trail;
        this.clock = clock;
    }

    /** In its own transaction: a key is remembered as soon as it was made, so it must be stored by then. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void run() {
        Instant now = clock.instant();
        stored.hold();
        KeyRing ring = stored.ring();
        ring.over(now).forEach(this::remove);
        if (ring.needsAnother(now)) {
            make(ring.nextSignsFrom(now));
        }
    }

    private void make(Instant signsFrom) {
        String kid = UUID.randomUUID().toString();
        try {
            stored.add(
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(kid)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate(),
                    signsFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Cannot make a signing key", impossible);
        }
        trail.done(JOB, Act.SIGNING_KEY_MADE, new Trail.Subject("signing-key", kid), ClientAddress.NONE);
    }

    private void remove(SigningKey key) {
        stored.remove(key);
        trail.done(JOB, Act.SIGNING_KEY_REMOVED, new Trail.Subject("signing-key", key.kid()), ClientAddress.NONE);
    }
}
