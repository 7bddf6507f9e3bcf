package hotleads.contracts;

import java.time.Instant;

/** Somebody is busy from then until before then. */
public record BusyTime(Instant from, Instant to) {}
