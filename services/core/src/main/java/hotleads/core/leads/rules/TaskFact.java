package hotleads.core.leads.rules;

import java.time.Instant;

/**
 * An open task in Zoho that has a day to be done by.
 *
 * @param dueAt the beginning of that day in the practice's zone
 * @param overdueFrom the beginning of the day after
 */
public record TaskFact(long recordId, Instant dueAt, Instant overdueFrom, Instant receivedAt) {

    public TaskFact {
        dueAt = Milliseconds.floor(dueAt);
        overdueFrom = Milliseconds.floor(overdueFrom);
        receivedAt = Milliseconds.floor(receivedAt);
    }

    Evidence asEvidence() {
        return new Evidence(Source.ZOHO, Long.toString(recordId), overdueFrom, receivedAt);
    }
}
