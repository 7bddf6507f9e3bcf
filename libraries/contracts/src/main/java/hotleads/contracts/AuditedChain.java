package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far auth's chain has come.
 *
 * @param last the last number
 * @param from when its first entry happened
 * @param to when its last one did
 * @param anchored the last number with an anchor
 * @param shipping whether it is sent to CloudWatch at all
 * @param shipped the last number that lies in CloudWatch too
 * @param shippedAt when that was last known; null until the first time
 * @param key the public key of its anchors
 * @param meant how many entries the filter of the question means
 */
public record AuditedChain(
        long last,
        @Nullable Instant from,
        @Nullable Instant to,
        long anchored,
        @Nullable Instant anchoredAt,
        boolean shipping,
        long shipped,
        @Nullable Instant shippedAt,
        byte[] key,
        long meant) {}
