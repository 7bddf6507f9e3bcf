package hotleads.core.observations;

import java.time.Instant;

/**
 * A booking was seen to start at another time than before.
 *
 * @param seenAt when the answer that showed it came
 */
public record Move(long bookingId, Instant from, Instant to, Instant seenAt) {}
