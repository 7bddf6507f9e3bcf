package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's enquiry as Zoho holds it, deleted and merged ones left out.
 *
 * @param channel how they came, in our words: {@code referral}, {@code web} and the like
 * @param stageSince when it came to its stage; null when nobody tells
 * @param converted whether it became a contact
 */
public record EnquiryFact(
        long recordId,
        Instant enquiredAt,
        Instant receivedAt,
        String channel,
        Stage stage,
        @Nullable Instant stageSince,
        boolean converted) {
    static final String REFERRAL = "referral";

    public EnquiryFact {
        enquiredAt = Milliseconds.floor(enquiredAt);
        receivedAt = Milliseconds.floor(receivedAt);
        stageSince = Milliseconds.floorIfKnown(stageSince);
    }

    boolean isOpen() {
        return stage != Stage.CLOSED;
    }

    Evidence asEvidence(Instant happenedAt) {
        return new Evidence(Source.ZOHO, Long.toString(recordId), happenedAt, receivedAt);
    }
}
