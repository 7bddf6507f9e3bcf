package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What opens the practice's account at Zoho, as a person types it in.
 *
 * @param dataCentre such as {@code us} or {@code eu}; null for the one set at the start
 */
public record ZohoCredentials(
        String clientId,
        String clientSecret,
        String refreshToken,
        @Nullable String dataCentre) {
    @Override
    public String toString() {
        return "ZohoCredentials[]";
    }
}
