package hotleads.core.leads.rules;

import java.time.Instant;

/**
 * An enquiry went from one stage to another in Zoho.
 *
 * @param how {@code person}, {@code workflow} and the like; {@code unknown} when Zoho does not say
 */
public record StageMoveFact(long recordId, Stage from, Stage to, Instant at, Instant receivedAt, String how) {

    public StageMoveFact {
        at = Milliseconds.floor(at);
        receivedAt = Milliseconds.floor(receivedAt);
    }

    Evidence asEvidence() {
        return new Evidence(Source.ZOHO, Long.toString(recordId), at, receivedAt);
    }
}
