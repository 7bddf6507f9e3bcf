package hotleads.auth.tokens;

import java.time.Duration;

/** How long tokens are good for. */
final class TokenLife {
    /** A person's token serves one request; ending the session must work at once. */
    static final Duration USER = Duration.ofSeconds(60);

    static final Duration SERVICE = Duration.ofMinutes(5);

    private TokenLife() {}
}
