package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One of our own events.
 *
 * @param etag the version that may be removed; null for whichever there is, and when it is only read
 */
public record GoogleEventRef(String id, @Nullable String etag) {}
