package hotleads.core.attendance;

import java.time.Duration;
import java.time.Instant;

/** When lists of participants have stopped growing: about half an hour after the end (the provider's sheet, §1.7). */
final class Settled {
    static final Duration AFTER = Duration.ofMinutes(40);

    private Settled() {}

    static boolean by(Instant read, Instant end) {
        return !read.isBefore(end.plus(AFTER));
    }
}
