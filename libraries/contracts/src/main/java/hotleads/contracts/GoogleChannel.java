package hotleads.contracts;

import java.time.Instant;

/**
 * A channel Google pushes through until it ends; none is ever renewed.
 *
 * @param resource what Google calls the calendar, needed to stop it
 */
public record GoogleChannel(String channel, String resource, Instant expiresAt) {}
