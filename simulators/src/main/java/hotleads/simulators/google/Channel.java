package hotleads.simulators.google;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to hear of changes in one calendar. */
public record Channel(
        String id,
        String resource,
        String address,
        String target,
        @Nullable String token,
        Instant expires,
        boolean stopped,
        long messages) {

    Channel asStopped() {
        return new Channel(id, resource, address, target, token, expires, true, messages);
    }

    // Numbers grow with gaps (sheet §5).
    Channel afterMessage() {
        return new Channel(
                id, resource, address, target, token, expires, stopped, messages + (messages % 3 == 0 ? 1 : 3));
    }
}
