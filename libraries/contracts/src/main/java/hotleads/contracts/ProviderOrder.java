package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What core orders at a provider whose account it keeps.
 *
 * @param account what opens it, sealed by sync and opaque to core; null when there is none yet
 * @param query what is wanted; null where the route says it all
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ProviderOrder<Q>(
        byte @Nullable [] account, @Nullable Q query) {}
