package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one call at Zoho brought. */
sealed interface Answer {
    /** It answered, with this JSON. */
    record Content(JsonNode json) implements Answer {}

    /** It answered that there is nothing, or nothing new. */
    record Nothing() implements Answer {}

    /**
     * No content.
     *
     * @param cause our word for it, never Zoho's text
     */
    record Failed(
            ProviderOutcome outcome, String cause, @Nullable Long retryAfterMillis) implements Answer {
        Failed(ProviderOutcome outcome, String cause) {
            this(outcome, cause, null);
        }

        <T> ProviderAnswer<T> told() {
            return ProviderAnswer.failed(outcome, retryAfterMillis, cause);
        }
    }

    /** An answer that makes no sense. */
    Failed BAD_CONTENT = new Failed(ProviderOutcome.UNCLEAR, "bad-content");

    /** @param read makes our record of the JSON, or null when it makes no sense */
    default <T> ProviderAnswer<T> told(Function<JsonNode, @Nullable T> read) {
        return switch (this) {
            case Content(JsonNode json) -> {
                T content = read.apply(json);
                yield content == null ? BAD_CONTENT.told() : ProviderAnswer.of(content);
            }
            case Nothing() -> ProviderAnswer.failed(ProviderOutcome.NOTHING, null, null);
            case Failed failed -> failed.told();
        };
    }
}
