package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event at Google without anything it is about: neither title nor people are ever asked for.
 *
 * @param id of the event, or of one day of a series
 * @param cancelled it is gone; nothing else need be known of it then
 * @param startsAt null only when it is gone
 * @param busy whether it keeps its owner from doing something else
 * @param tentative busy, but not certainly so
 */
public record GoogleEvent(
        String id,
        boolean cancelled,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean allDay,
        boolean busy,
        boolean tentative) {}
