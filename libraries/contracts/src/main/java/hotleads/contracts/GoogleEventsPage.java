package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a calendar's events.
 *
 * @param nextPageToken there while more pages follow, be this one empty
 * @param nextSyncToken there on the last page alone
 * @param unreadable how many events came without an id, or without a time we can read
 */
public record GoogleEventsPage(
        List<GoogleEvent> events,
        @Nullable String nextPageToken,
        @Nullable String nextSyncToken,
        int unreadable) {}
