package hotleads.auth.throttle;

import java.time.Duration;

/**
 * How many tries are evaluated in how long; the next one is told when to come back.
 *
 * <p>A browser that an account signed in with before is counted by itself, so that strangers use up their own tries and
 * lock nobody out; passkeys cannot be guessed and are not counted.
 *
 * <p>All fail closed: a try that cannot be counted in the database is not evaluated.
 */
public enum Limit {
    /** Passwords for one e-mail, whether it has an account or not. */
    SIGN_IN_ACCOUNT(5, Duration.ofMinutes(15)),
    /** The same over a day: a patient guesser gets 20, not 480. */
    SIGN_IN_ACCOUNT_DAY(20, Duration.ofDays(1)),
    /** Passwords from one network: a practice behind one address signs in together in the morning. */
    SIGN_IN_ADDRESS(100, Duration.ofMinutes(15)),
    /** Codes of an app for one account. */
    APP_CODE(5, Duration.ofMinutes(15)),
    /** The same over a day: 20 in a million. */
    APP_CODE_DAY(20, Duration.ofDays(1)),
    /** Recovery codes for one account. */
    RECOVERY_CODE(5, Duration.ofMinutes(15)),
    /** The same over a day. */
    RECOVERY_CODE_DAY(20, Duration.ofDays(1)),
    /** The break-glass card, whoever types it. */
    CARD(5, Duration.ofDays(1));

    private final int tries;
    private final Duration window;

    Limit(int tries, Duration window) {
        this.tries = tries;
        this.window = window;
    }

    int tries() {
        return tries;
    }

    Duration window() {
        return window;
    }
}
