package hotleads.core.hours;

import java.time.Instant;

/** Working time on one day. */
public record Stretch(Instant from, Instant until) {}
