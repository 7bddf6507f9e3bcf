package hotleads.core.openings;

import java.time.Instant;

/**
 * A time that was somebody's and is free again.
 *
 * @param openedAt when we saw that it had come free
 */
public record Opening(long calendarId, Instant startsAt, Instant openedAt) {}
