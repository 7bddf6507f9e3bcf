package hotleads.auth.passwords;

import java.time.Duration;

/** More sign-ins wait than can be served soon; nothing was checked. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    Busy() {
        super("Too many passwords wait to be checked", null, false, false);
    }
}
