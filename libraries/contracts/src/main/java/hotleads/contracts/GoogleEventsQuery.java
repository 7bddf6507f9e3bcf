package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page of a calendar's events.
 *
 * @param from the first list's window, not sent when {@code syncToken} is there
 * @param syncToken what the last whole list ended with: only what changed since is wanted
 * @param pageToken what the page before ended with
 */
public record GoogleEventsQuery(
        Instant from,
        Instant to,
        @Nullable String syncToken,
        @Nullable String pageToken) {}
