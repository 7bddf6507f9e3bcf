package hotleads.sync.http;

import java.time.Duration;

/**
 * The bounds of one read.
 *
 * @param connect how long until the connection stands
 * @param silence how long the provider may say nothing
 * @param mostBytes how much of an answer is read at most
 */
public record ReadLimits(Duration connect, Duration silence, int mostBytes) {}
