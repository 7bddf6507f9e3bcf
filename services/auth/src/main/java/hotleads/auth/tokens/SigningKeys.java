package hotleads.auth.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The signing keys as this instance knows them, read anew every minute: far less than a key is published ahead. */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final StoredKeys stored;
    private final RotateSigningKeys rotation;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    SigningKeys(StoredKeys stored, RotateSigningKeys rotation, Clock clock) {
        this.stored = stored;
        this.rotation = rotation;
        this.clock = clock;
    }

    String sign(JWTClaimsSet claims) {
        return ring().signer(clock.instant()).sign(claims);
    }

    JWKSet published() {
        return ring().published(clock.instant());
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(published());
    }

    private KeyRing ring() {
        Known current = known;
        if (current != null && current.isFresh(clock.instant())) {
            return current.ring;
        }
        return current == null ? readFirst() : readAgain(current);
    }

    private KeyRing readFirst() {
        reading.lock();
        try {
            Known current = known;
            return current == null ? read() : current.ring;
        } finally {
            reading.unlock();
        }
    }

    /** One request reads while the others go on with what is known, and so do all while the database is away. */
    private KeyRing readAgain(Known old) {
        if (!reading.tryLock()) {
            return old.ring;
        }
        try {
            return read();
        } catch (DataAccessException | TransactionException away) {
            log.warn("Signing keys cannot be read anew, going on with those known");
            return old.ring;
        } finally {
            reading.unlock();
        }
    }

    private KeyRing read() {
        KeyRing ring = stored.ring();
        if (ring.needsAnother(clock.instant())) {
            rotation.run();
            ring = stored.ring();
        }
        known = new Known(ring, clock.instant());
        return ring;
    }

    private record Known(KeyRing ring, Instant at) {
        boolean isFresh(Instant now) {
            // Not when the clock was put back: what was read would count as fresh for as long.
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
