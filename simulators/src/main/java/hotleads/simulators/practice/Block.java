package hotleads.simulators.practice;

import java.time.Instant;

/** Time a practitioner keeps free of sessions. */
public record Block(long id, long calendarId, Instant start, Instant end, String notes) {}
