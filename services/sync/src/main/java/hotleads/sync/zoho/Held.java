package hotleads.sync.zoho;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that opens the account, as it is sealed.
 *
 * @param accounts where tokens are given
 * @param api where the token is good, as Zoho said with it
 */
record Held(
        String clientId,
        String clientSecret,
        String refreshToken,
        URI accounts,
        @Nullable URI api,
        @Nullable String token,
        @Nullable Instant endsAt) {
    private static final Duration SPARE = Duration.ofMinutes(1);

    @JsonIgnore
    boolean isGoodAt(Instant now) {
        return token != null && api != null && endsAt != null && now.plus(SPARE).isBefore(endsAt);
    }

    Held with(String newToken, URI newApi, Instant newEnd) {
        return new Held(clientId, clientSecret, refreshToken, accounts, newApi, newToken, newEnd);
    }

    @Override
    public String toString() {
        return "Held[]";
    }
}
