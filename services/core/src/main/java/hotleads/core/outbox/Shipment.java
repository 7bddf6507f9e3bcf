package hotleads.core.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that was to leave the building, without what it says.
 *
 * @param cause why it is not saved, or not yet; null while nothing is wrong
 * @param settledAt when it was saved or given up, by the practice's clock
 * @param savedAs what the provider calls it
 */
public record Shipment(
        UUID id,
        String kind,
        String subject,
        UUID decision,
        OutboxState state,
        @Nullable String cause,
        @Nullable Instant settledAt,
        @Nullable String savedAs) {}
