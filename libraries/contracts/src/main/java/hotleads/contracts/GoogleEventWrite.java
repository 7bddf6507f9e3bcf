package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of our own events, as it is to be.
 *
 * @param id of Google's letters, made by us
 * @param zone whose wall the session is on
 * @param title as short as the practice chose
 * @param mark the booking it stands for
 * @param etag the version to change; null to make it anew
 */
public record GoogleEventWrite(
        String id,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String title,
        String mark,
        @Nullable String etag) {
    @Override
    public String toString() {
        return "[event " + id + "]";
    }
}
