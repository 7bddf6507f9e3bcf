package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One logged outcome.
 *
 * @param callBackAt the set time they asked us to call at; of CALL_BACK only
 */
public record OutcomeFact(
        UUID id, OutcomeKind kind, Instant at, @Nullable Instant callBackAt) {

    public OutcomeFact {
        at = Milliseconds.floor(at);
        callBackAt = Milliseconds.floorIfKnown(callBackAt);
    }

    Evidence asEvidence() {
        return new Evidence(Source.ACT, id.toString(), at, at);
    }
}
