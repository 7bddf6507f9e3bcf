package hotleads.core.observations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer about one record, as stored.
 *
 * @param ticket drawn before the read began; a higher one began later
 * @param seenTicket the last read that still showed the same
 */
record Observation(
        UUID id,
        long recordId,
        long ticket,
        Instant receivedAt,
        long seenTicket,
        Instant seenUntil,
        BookingState state,
        @Nullable UUID identityId,
        byte[] fingerprint,
        byte @Nullable [] content,
        @Nullable UUID keyId) {
    /** As it is once a read that began later, if it did, has shown the same. */
    Observation seenAgain(long again, Instant at) {
        return again <= seenTicket
                ? this
                : new Observation(
                        id, recordId, ticket, receivedAt, again, at, state, identityId, fingerprint, content, keyId);
    }
}
