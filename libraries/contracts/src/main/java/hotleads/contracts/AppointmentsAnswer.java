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
 */
public record AppointmentsAnswer(
        ProviderOutcome outcome,
        @Nullable Long retryAfterMillis,
        @Nullable String cause,
        List<AcuityAppointment> appointments,
        Instant fetchStartedAt) {}
