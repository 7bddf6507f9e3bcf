package hotleads.core.connections;

import java.time.Duration;

/** Who goes first when reads wait for their turn at a provider. */
public enum Turn {
    /** Someone may be looking at the list: it queues. */
    LIVE(Duration.ofSeconds(20)),
    /** Takes a turn nobody has reserved. */
    SWEEP(Duration.ZERO),
    /**
     * Takes a turn only after some quiet, so that neither of the others waits for it and most of the ration stays free.
     */
    BACKFILL(Duration.ofMillis(-400));

    private final Duration furthest;

    Turn(Duration furthest) {
        this.furthest = furthest;
    }

    /** How far ahead the next free turn may lie; negative, it must have been free for that long. */
    Duration furthest() {
        return furthest;
    }
}
