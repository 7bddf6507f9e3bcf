package hotleads.webhooks.delivery;

import java.time.Clock;

/** Ids by a clock of the test's own. */
public final class SomeIds {
    private SomeIds() {}

    public static TimeOrderedIds by(Clock clock) {
        return new TimeOrderedIds(clock);
    }
}
