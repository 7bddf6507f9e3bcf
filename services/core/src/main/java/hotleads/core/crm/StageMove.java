package hotleads.core.crm;

import hotleads.core.leads.rules.Stage;
import hotleads.core.leads.rules.StageMoveFact;
import java.time.Instant;

/** An enquiry went from one stage to another. */
record StageMove(long recordId, Instant at, Stage from, Stage to, String how, Instant receivedAt) {
    StageMoveFact asFact() {
        return new StageMoveFact(recordId, from, to, at, receivedAt, how);
    }
}
