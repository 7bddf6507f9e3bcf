package hotleads.core.leads.rules;

import java.time.Instant;

/**
 * A booking that was seen to start at another time than before; by whom it was moved, Acuity does not tell.
 *
 * @param seenAt when the answer that showed it came in
 */
public record MoveFact(long bookingId, Instant from, Instant to, Instant seenAt) {

    public MoveFact {
        from = Milliseconds.floor(from);
        to = Milliseconds.floor(to);
        seenAt = Milliseconds.floor(seenAt);
    }

    Evidence asEvidence() {
        return new Evidence(Source.ACUITY, Long.toString(bookingId), null, seenAt);
    }
}
