package hotleads.contracts;

import java.time.Instant;

/** Core's order to sync: whether this very start can be booked now. Nothing is held by asking. */
public record TimeCheckQuery(Instant startsAt, long typeId, long calendarId) {}
