package hotleads.core.sources;

import java.time.Duration;

/** Who goes first when reads wait for their turn at a provider. */
public enum Turn {
    /** Someone may be looking at the list: it queues. */
    LIVE {
        @Override
        public Duration ahead(Duration turn) {
            return LONGEST_QUEUE;
        }
    },
    /** Takes a turn nobody has reserved. */
    SWEEP {
        @Override
        public Duration ahead(Duration turn) {
            return Duration.ZERO;
        }
    },
    /**
     * Takes a turn only after some quiet, so that neither of the others waits for it and most of the ration stays free.
     */
    BACKFILL {
        @Override
        public Duration ahead(Duration turn) {
            return turn.multipliedBy(-QUIET_TURNS);
        }
    };

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);
    private static final int QUIET_TURNS = 4;

    /**
     * How far ahead the next free turn may lie; negative, it must have been free for that long.
     *
     * @param turn how long one is at that provider
     */
    public abstract Duration ahead(Duration turn);
}
