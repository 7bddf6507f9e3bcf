package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What sync brings back of any call at a provider but a read of appointments.
 *
 * @param retryAfterMillis how long the provider asks us to wait, in milliseconds, when it said so
 * @param cause a stable word for what went wrong, never the provider's text
 * @param content there whenever the outcome is OK
 */
public record ProviderAnswer<T>(
        ProviderOutcome outcome,
        @Nullable Long retryAfterMillis,
        @Nullable String cause,
        @Nullable T content) {
    public static <T> ProviderAnswer<T> of(T content) {
        return new ProviderAnswer<>(ProviderOutcome.OK, null, null, content);
    }

    /** Nothing was brought, for this reason. */
    public static <T> ProviderAnswer<T> failed(
            ProviderOutcome outcome, @Nullable Long retryAfterMillis, @Nullable String cause) {
        return new ProviderAnswer<>(outcome, retryAfterMillis, cause, null);
    }
}
