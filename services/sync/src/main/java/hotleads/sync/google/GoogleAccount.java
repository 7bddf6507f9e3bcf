package hotleads.sync.google;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What opens one practitioner's calendar: the service account's key, and the two tokens it last brought. Core keeps it
 * sealed and never sees it.
 *
 * @param reader sees when somebody is busy, and nothing else
 * @param writer changes what we made, and nothing else
 */
record GoogleAccount(
        ServiceKey key,
        @Nullable String person,
        @Nullable Token reader,
        @Nullable Token writer) {

    static final String PROVIDER = "google";

    /** A token is not begun with that ends while it is used. */
    private static final Duration LEAST_LEFT = Duration.ofMinutes(1);

    /** A token and when it ends. */
    record Token(String value, Instant until) {
        boolean lasts(Instant now) {
            return until.isAfter(now.plus(LEAST_LEFT));
        }

        @Override
        public String toString() {
            return "[token]";
        }
    }

    /** The service account, as its file has it. */
    record ServiceKey(String email, String keyId, String pem) {
        @Override
        public String toString() {
            return "[service account]";
        }
    }
}
