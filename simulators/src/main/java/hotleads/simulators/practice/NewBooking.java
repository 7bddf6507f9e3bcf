package hotleads.simulators.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wish for a session; {@code unchecked} skips the calendar, as Acuity's admin bookings do. */
public record NewBooking(
        Client client,
        Instant startsAt,
        long calendarId,
        SessionType type,
        @Nullable String scheduledBy,
        @Nullable Long labelId,
        String notes,
        boolean unchecked) {}
