package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.platform.token.TokenGate;
import hotleads.platform.token.Tokens;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;

/** Checks what services say of themselves (private_key_jwt, RFC 7523 section 3). */
@Component
class Assertions {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final int LONGEST_ID = 64;

    private final TokenGate gate = new TokenGate(Tokens.ASSERTION_TYPE);
    private final ServiceKeys keys;
    private final Clock clock;

    Assertions(ServiceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Empty unless every rule holds; which one did not is nobody's business. */
    Optional<Assertion> check(String text) {
        try {
            gate.check(text);
            SignedJWT jwt = SignedJWT.parse(text);
            String service = jwt.getHeader().getKeyID();
            Optional<JWSVerifier> verifier = keys.verifier(service);
            return verifier.isPresent() && jwt.verify(verifier.get())
                    ? accept(service, jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (BadJwtException | ParseException | JOSEException refused) {
            return Optional.empty();
        }
    }

    private Optional<Assertion> accept(String service, JWTClaimsSet claims) {
        String id = claims.getJWTID();
        boolean ours = service.equals(claims.getIssuer())
                && service.equals(claims.getSubject())
                && List.of(Tokens.ISSUER).equals(claims.getAudience())
                && id != null
                && !id.isEmpty()
                && id.length() <= LONGEST_ID;
        Instant expiresAt = instant(claims.getExpirationTime());
        return ours && expiresAt != null && isTimely(claims, expiresAt)
                ? Optional.of(new Assertion(service, id, expiresAt))
                : Optional.empty();
    }

    private boolean isTimely(JWTClaimsSet claims, Instant expiresAt) {
        Instant now = clock.instant();
        Instant issuedAt = instant(claims.getIssueTime());
        Instant notBefore = instant(claims.getNotBeforeTime());
        return expiresAt.isAfter(now)
                // However long it says it lives, we remember its id no longer than this.
                && !expiresAt.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))
                && (issuedAt == null || !issuedAt.isAfter(now.plus(SKEW)))
                && (notBefore == null || !notBefore.isAfter(now.plus(SKEW)));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
