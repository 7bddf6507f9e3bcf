package hotleads.auth.secondfactor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing an account can prove itself with beside its password, or instead of it.
 *
 * @param name what its owner calls it; none for an app, of which there is one at most
 * @param setUpBy the session that sets it up, the only one that may go on with it
 * @param setUpEndsAt when an unfinished set-up has to start again
 * @param provedAt when it was right for the first time
 * @param activeAt when its set-up was finished; from then on it signs in
 * @param lastUsedAt when it last signed in
 */
public record Factor(
        UUID id,
        Kind kind,
        @Nullable String name,
        UUID setUpBy,
        Instant setUpEndsAt,
        @Nullable Instant provedAt,
        @Nullable Instant activeAt,
        @Nullable Instant lastUsedAt) {
    public boolean isActive() {
        return activeAt != null;
    }

    public boolean isProved() {
        return provedAt != null;
    }

    @Override
    public String toString() {
        return "Factor " + id;
    }

    /** What a factor is. */
    public enum Kind {
        /** An authenticator app that shows six digits; at most one for each account. */
        APP,
        /** A passkey, which counts as both factors because its device asks for its own lock first. */
        PASSKEY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
