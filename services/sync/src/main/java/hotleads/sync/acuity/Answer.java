package hotleads.sync.acuity;

import hotleads.contracts.ProviderOutcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one read at Acuity brought. */
sealed interface Answer {
    /** It answered, with this JSON. */
    record Content(JsonNode json) implements Answer {}

    /** There is more than we read at once. */
    record TooMuch() implements Answer {}

    /**
     * No content.
     *
     * @param cause our word for it, never Acuity's text
     */
    record Failed(
            ProviderOutcome outcome, String cause, @Nullable Long retryAfterMillis) implements Answer {
        Failed(ProviderOutcome outcome, String cause) {
            this(outcome, cause, null);
        }
    }

    /** The cause when Acuity says that a time cannot be booked. */
    String NOT_AVAILABLE = "not-available";

    /** Acuity does not know a path that it always has. */
    Failed WRONG_ADDRESS = new Failed(ProviderOutcome.BAD_REQUEST, "wrong-address");

    /** An answer that makes no sense. */
    Failed BAD_CONTENT = new Failed(ProviderOutcome.UNCLEAR, "bad-content");
}
