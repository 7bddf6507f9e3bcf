package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one call at Zoom brought. */
sealed interface ZoomAnswer {
    /** It answered, with this JSON. */
    record Content(JsonNode json) implements ZoomAnswer {}

    /**
     * No content.
     *
     * @param cause our word for it, never Zoom's text
     */
    record Failed(
            ProviderOutcome outcome, String cause, @Nullable Long retryAfterMillis) implements ZoomAnswer {
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
    default <T> ProviderAnswer<T> read(Function<JsonNode, @Nullable T> read) {
        return switch (this) {
            case Content(JsonNode json) -> {
                T content = read.apply(json);
                yield content == null ? BAD_CONTENT.told() : ProviderAnswer.of(content);
            }
            case Failed failed -> failed.told();
        };
    }
}
