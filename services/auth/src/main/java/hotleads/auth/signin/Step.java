package hotleads.auth.signin;

import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.throttle.Throttle.TooManyTries;
import java.time.Instant;
import java.util.Optional;

/** How one step of signing in ended. */
sealed interface Step<T> {
    /**
     * @param secret the browser's new secret, when the step changed it
     * @param browser what the browser is recognised by from now on, when the step changed it
     */
    record Taken<T>(Optional<SessionSecret> secret, Optional<BrowserSecret> browser, T result) implements Step<T> {}

    record Refused<T>(Refusal why) implements Step<T> {}

    record Wait<T>(Instant retryAt) implements Step<T> {}

    static <T> Step<T> taken(SessionSecret secret, T result) {
        return new Taken<>(Optional.of(secret), Optional.empty(), result);
    }

    static <T> Step<T> taken(T result) {
        return new Taken<>(Optional.empty(), Optional.empty(), result);
    }

    static <T> Step<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    static <T> Step<T> waiting(TooManyTries tries) {
        return new Wait<>(tries.retryAt());
    }
}
