package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record a reason rests on, to be opened by whoever doubts it.
 *
 * @param happenedAt null when the source does not tell, as with a cancellation no hook reported
 */
public record Evidence(
        Source source, String recordId, @Nullable Instant happenedAt, Instant receivedAt) {

    Instant knownSince() {
        return happenedAt == null ? receivedAt : happenedAt;
    }
}
