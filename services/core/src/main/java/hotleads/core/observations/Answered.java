package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read showed of a record.
 *
 * @param state {@code booked}, {@code cancelled}, {@code missed} or {@code gone}
 * @param content null when the record was gone, or when its key is destroyed
 */
public record Answered(
        UUID id,
        long ticket,
        Instant receivedAt,
        BookingState state,
        @Nullable AcuityAppointment content) {}
