package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of our own events, as Google holds it.
 *
 * @param mark the booking it stands for, as we noted it there; null when it is not one of ours
 */
public record GoogleOwnEvent(
        String id,
        boolean cancelled,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String title,
        @Nullable String mark,
        @Nullable String etag) {
    @Override
    public String toString() {
        return "[event " + id + "]";
    }
}
