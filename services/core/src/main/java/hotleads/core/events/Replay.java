package hotleads.core.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that are handled again, and how far that is. Nothing is sent to anyone by it.
 *
 * @param state {@code trying} (the dry run), {@code tried}, {@code running} or {@code done}
 * @param eventId the one delivery, or null when it is about all that failed
 * @param since from when on, when it is about all that failed
 * @param bookings how many bookings it touches
 * @param tried how many of them the dry run has looked at
 * @param wouldChangeBookings how many would be different
 * @param wouldChangeScores how many people would have another score or place
 * @param unclear how many Acuity gave no answer about, so that nobody can say
 * @param asked how many it has asked Acuity about again
 * @param handled how many of these are answered and taken in
 * @param skipped how many had worked already
 * @param nextTryAt when Acuity is asked next, while some still fail
 */
record Replay(
        UUID id,
        String state,
        Instant askedAt,
        @Nullable UUID eventId,
        @Nullable Instant since,
        int bookings,
        int tried,
        int wouldChangeBookings,
        int wouldChangeScores,
        int unclear,
        int asked,
        int handled,
        int skipped,
        @Nullable Instant nextTryAt) {}
