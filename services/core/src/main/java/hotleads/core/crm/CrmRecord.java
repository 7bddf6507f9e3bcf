package hotleads.core.crm;

import hotleads.core.leads.rules.EnquiryFact;
import hotleads.core.leads.rules.Stage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead or contact of Zoho as we hold it.
 *
 * @param stageSince when it came to its stage; null when nobody tells
 */
record CrmRecord(
        long id,
        String module,
        UUID personId,
        UUID identityId,
        UUID observationId,
        Instant receivedAt,
        State state,
        Stage stage,
        @Nullable Instant stageSince,
        String channel,
        boolean emailOptOut,
        Instant enquiredAt,
        Instant modifiedAt,
        @Nullable Long convertedTo) {
    static final String LEADS = "Leads";
    static final String CONTACTS = "Contacts";

    /** Whether it is there still. */
    enum State {
        OPEN,
        CONVERTED,
        /** Deleted, or merged into another. */
        GONE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Whether the list may tell another thing by it than by what was held before. */
    boolean tellsTheSameAs(CrmRecord before) {
        return asFact().equals(before.asFact()) && personId.equals(before.personId) && state == before.state;
    }

    EnquiryFact asFact() {
        return new EnquiryFact(id, enquiredAt, receivedAt, channel, stage, stageSince, state == State.CONVERTED);
    }
}
