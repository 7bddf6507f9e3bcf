package hotleads.core.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing on its way out.
 *
 * @param subject which record it is about, as its kind names them; what is about one leaves in the order of deciding
 * @param marker ours, to be written where the provider lets us, so that it can be found again
 * @param content what to send, as whoever decided it wrote it down
 * @param decidedAt by the practice's clock
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Parcel(UUID id, String kind, String subject, String marker, byte[] content, Instant decidedAt) {}
