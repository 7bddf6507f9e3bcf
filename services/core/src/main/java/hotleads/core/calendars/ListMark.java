package hotleads.core.calendars;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a calendar's list goes on.
 *
 * @param ticket drawn before the list's first page was asked for
 * @param from the window of the last whole list, which changes outside of it are not kept of
 * @param syncToken what the changes since are asked with; null while a whole list is under way
 * @param pageToken what the next page is asked with; null between lists
 * @param wholeAt when the last whole list began, by the practice's clock
 */
record ListMark(
        long ticket,
        Instant from,
        Instant to,
        @Nullable String syncToken,
        @Nullable String pageToken,
        Instant wholeAt) {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);

    /** The window slides, and Google forgets tombstones: a whole list once a day (sheet §3). */
    private static final Duration WHOLE_EVERY = Duration.ofHours(20);

    static ListMark whole(long ticket, Instant now) {
        return new ListMark(ticket, now.minus(BACK), now.plus(AHEAD), null, null, now);
    }

    boolean isWholeList() {
        return syncToken == null;
    }

    boolean isUnderWay() {
        return pageToken != null;
    }

    /** Up to here we knew all there was. */
    boolean isEnded() {
        return syncToken != null && !isUnderWay();
    }

    boolean isDueForWhole(Instant now) {
        boolean isOld = wholeAt.plus(WHOLE_EVERY).isBefore(now) || wholeAt.isAfter(now);
        return !isUnderWay() && (syncToken == null || isOld);
    }

    ListMark changes(long newTicket) {
        return new ListMark(newTicket, from, to, syncToken, null, wholeAt);
    }

    ListMark afterPage(@Nullable String next) {
        return new ListMark(ticket, from, to, syncToken, next, wholeAt);
    }

    ListMark ended(String newSyncToken) {
        return new ListMark(ticket, from, to, newSyncToken, null, wholeAt);
    }

    boolean covers(Instant start, Instant end) {
        return start.isBefore(to) && end.isAfter(from);
    }
}
