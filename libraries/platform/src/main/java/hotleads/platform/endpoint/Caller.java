package hotleads.platform.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person a request acts for; a controller takes it as a parameter.
 *
 * @param sessionId the session's public id, never the cookie's value
 * @param authenticatedAt when the second factor was proved last
 * @param acuityCalendars whose bookings a practitioner's own clients are found by; empty for everybody else
 * @param person whom a client's account is about; null for everybody else
 */
public record Caller(
        UUID accountId,
        Role role,
        UUID sessionId,
        Instant authenticatedAt,
        List<Long> acuityCalendars,
        @Nullable UUID person) {}
