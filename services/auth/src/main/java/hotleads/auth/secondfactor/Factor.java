package hotleads.auth.secondfactor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account's authenticator app.
 *
 * @param setUpBy the session that sets it up, the only one that may go on with it
 * @param setUpEndsAt when an unfinished set-up has to start again
 * @param provedAt when its first code was right
 * @param activeAt when its recovery codes were saved as well; from then on it signs in
 */
public record Factor(
        UUID id,
        byte[] secret,
        UUID setUpBy,
        Instant setUpEndsAt,
        @Nullable Instant provedAt,
        @Nullable Instant activeAt) {
    public boolean isActive() {
        return activeAt != null;
    }

    public boolean isProved() {
        return provedAt != null;
    }

    /** The key as an app takes it typed in. */
    public String secretText() {
        return Base32.RFC_4648.encode(secret);
    }

    @Override
    public String toString() {
        return "Factor " + id;
    }
}
