package hotleads.core.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery, or the deliveries refused in one minute from one source. Ids only.
 *
 * @param state {@code received}, {@code processed}, {@code duplicate} (it told nothing new), {@code failed} (it is
 *     tried again), {@code kept} (not about a booking) or {@code rejected}
 * @param count how many deliveries it stands for; more than one only when rejected
 * @param handledAt when the answer it asked for was taken in
 * @param attempts how many reads that took, or failed so far
 * @param nextTryAt when it is tried next, while it waits
 * @param causeCode why the last try failed
 */
record EventShown(
        UUID id,
        String state,
        Instant receivedAt,
        int count,
        @Nullable String action,
        @Nullable Long bookingId,
        @Nullable Instant handledAt,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String causeCode) {}
