package hotleads.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sync brings back from Acuity.
 *
 * @param retryAfterMillis how long the provider asks us to wait, in milliseconds, when it said so
 * @param cause a stable word for what went wrong, such as {@code rate-limited} or {@code bad-content}; never the
 *     provider's text
 * @param fetchStartedAt when the read began, by sync's clock
 * @param unreadable ids of records the provider sent without a field we need: they exist, so they are neither gone nor
 *     known; ask again later
 */
public record AppointmentsAnswer(
        ProviderOutcome outcome,
        @Nullable Long retryAfterMillis,
        @Nullable String cause,
        List<AcuityAppointment> appointments,
        Instant fetchStartedAt,
        List<Long> unreadable) {
    public AppointmentsAnswer {
        // A sync of an older version leaves the field out.
        unreadable = unreadable == null ? List.of() : unreadable;
    }

    /** An answer in which everything could be read. */
    public AppointmentsAnswer(
            ProviderOutcome outcome,
            @Nullable Long retryAfterMillis,
            @Nullable String cause,
            List<AcuityAppointment> appointments,
            Instant fetchStartedAt) {
        this(outcome, retryAfterMillis, cause, appointments, fetchStartedAt, List.of());
    }
}
