package hotleads.core.leads.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when a source is late (over one period) and stopped (over two); null when it is not, and an instant ahead when
 * it will be unless a fetch succeeds.
 */
public record Freshness(
        @Nullable Instant lateSince, @Nullable Instant stoppedSince) {

    public static final Freshness ON_TIME = new Freshness(null, null);

    public Freshness {
        lateSince = Milliseconds.floorIfKnown(lateSince);
        stoppedSince = Milliseconds.floorIfKnown(stoppedSince);
    }
}
