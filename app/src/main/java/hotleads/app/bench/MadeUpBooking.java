package hotleads.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One booking of someone made up.
 *
 * @param state as core stores it
 * @param offSince when it was cancelled; null when it was not
 */
record MadeUpBooking(
        String state, Instant startsAt, @Nullable Instant offSince) {
    private static final int BOOKINGS = 10;
    private static final int KINDS = 20;
    private static final int WITH_NEXT_SESSION = 11;
    private static final int CANCELLED = 15;
    private static final int MISSED = 16;
    private static final Duration WEEK = Duration.ofDays(7);

    /** Ten weekly sessions; what happened to the last one depends on whose they are. */
    static List<MadeUpBooking> of(int person, Instant now, SplittableRandom random) {
        MadeUpBooking last = last(person % KINDS, now, random);
        List<MadeUpBooking> all = new ArrayList<>();
        for (int before = BOOKINGS - 1; before > 0; before--) {
            all.add(new MadeUpBooking("booked", last.startsAt.minus(WEEK.multipliedBy(before)), null));
        }
        all.add(last);
        return all;
    }

    /** Of twenty, eleven come on; the others cancelled and did not rebook, missed their session or stayed away. */
    private static MadeUpBooking last(int kind, Instant now, SplittableRandom random) {
        if (kind < WITH_NEXT_SESSION) {
            return new MadeUpBooking("booked", now.plusSeconds(seconds(random, 1, 6)), null);
        }
        if (kind == CANCELLED) {
            return new MadeUpBooking("missed", now.minusSeconds(seconds(random, 1, 30)), now);
        }
        if (kind == MISSED || kind == MISSED + 1) {
            return new MadeUpBooking("booked", now.minusSeconds(seconds(random, 30, 300)), null);
        }
        Instant off = now.minusSeconds(seconds(random, 0, 40));
        return new MadeUpBooking("cancelled", off.plusSeconds(seconds(random, 0, 3)), off);
    }

    private static long seconds(SplittableRandom random, int fromDays, int toDays) {
        return random.nextLong(
                Duration.ofDays(fromDays).toSeconds(), Duration.ofDays(toDays).toSeconds());
    }
}
