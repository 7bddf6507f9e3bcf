package hotleads.contracts;

import java.time.Instant;

/** When the account's owner is busy, asked right before a time is offered. */
public record GoogleFreeBusyQuery(Instant from, Instant to) {}
