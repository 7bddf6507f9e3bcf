package hotleads.sync.acuity;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What core is told. */
final class Answers {
    private Answers() {}

    static AppointmentsAnswer found(List<AcuityAppointment> found, List<Long> unreadable, Instant startedAt) {
        ProviderOutcome outcome =
                found.isEmpty() && unreadable.isEmpty() ? ProviderOutcome.NOTHING : ProviderOutcome.OK;
        return new AppointmentsAnswer(outcome, null, null, found, startedAt, unreadable);
    }

    /** @param read makes our record of the JSON, or null when it makes no sense */
    static <T> ProviderAnswer<T> of(Answer answer, Function<JsonNode, @Nullable T> read) {
        return switch (answer) {
            case Answer.Content(JsonNode json) -> {
                T content = read.apply(json);
                yield content == null ? failed(Answer.BAD_CONTENT) : ProviderAnswer.of(content);
            }
            case Answer.TooMuch() -> ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "too-large");
            case Answer.Failed failed -> failed(failed);
        };
    }

    /** The same for what cannot be gone: the address is wrong then. */
    static <T> ProviderAnswer<T> ofWhatIsAlwaysThere(Answer answer, Function<JsonNode, @Nullable T> read) {
        return of(
                answer instanceof Answer.Failed(ProviderOutcome outcome, String cause, Long wait)
                                && outcome == ProviderOutcome.GONE
                        ? Answer.WRONG_ADDRESS
                        : answer,
                read);
    }

    private static <T> ProviderAnswer<T> failed(Answer.Failed failed) {
        return ProviderAnswer.failed(failed.outcome(), failed.retryAfterMillis(), failed.cause());
    }

    static AppointmentsAnswer failed(Answer.Failed failed, Instant startedAt) {
        return new AppointmentsAnswer(
                failed.outcome(), failed.retryAfterMillis(), failed.cause(), List.of(), startedAt);
    }
}
