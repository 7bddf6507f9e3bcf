package hotleads.auth.tokens;

import java.time.Duration;

/** How long tokens are good for. */
final class TokenLife {
    /** A person's token outlives the request it was made for, and so an ended session, by no more than this. */
    static final Duration USER = Duration.ofSeconds(60);

    static final Duration SERVICE = Duration.ofMinutes(5);

    private TokenLife() {}
}
