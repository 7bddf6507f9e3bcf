package hotleads.platform.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** How long ago someone must have proved who they are, for acts that a screen left open must not allow (RFC 9470). */
public final class Freshness {
    /** As long as it takes to read what one is about to do; then the proof is asked for again. */
    public static final Duration MOST = Duration.ofMinutes(5);

    /** By how much the clocks of two programs may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private Freshness() {}

    /**
     * A proof to come is none: a clock that was put back would keep it fresh for as long.
     *
     * @param provedAt when a second factor or a passkey was proved last
     */
    public static boolean isFresh(Instant provedAt, Instant now) {
        return !provedAt.plus(MOST).isBefore(now)
                && !provedAt.minus(CLOCKS_DIFFER).isAfter(now);
    }

    static boolean isFresh(Jwt token, Clock clock) {
        return isFresh(
                Objects.requireNonNullElse(token.getClaimAsInstant("auth_time"), Instant.EPOCH), clock.instant());
    }

    /** Allowed to them, but only after proving again who they are. */
    record StepUpRequired() implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }
}
