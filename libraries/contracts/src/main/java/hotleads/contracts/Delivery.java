package hotleads.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hook a provider delivered with a valid signature.
 *
 * @param id made by webhooks before the first try, so that a repeated batch changes nothing
 * @param action the provider's word as it came; unknown ones are kept
 * @param recordId the id the hook names, when it names one
 * @param body the raw bytes as they came, in base64
 */
public record Delivery(
        UUID id,
        String provider,
        Instant receivedAt,
        @Nullable String action,
        @Nullable String recordId,
        String body,
        @Nullable String requestId) {}
