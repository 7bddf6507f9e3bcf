package hotleads.core.chances;

import hotleads.contracts.DigestLine;
import hotleads.core.chances.PastSessions.History;
import hotleads.core.digest.CountsForAdministrators;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.time.PracticeClock;
import hotleads.scorecard.Before;
import hotleads.scorecard.Chances;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which sessions of the next days are likelier than usual to be missed. */
@Component
class ToBeConfirmed implements CountsForAdministrators {
    /** Further ahead a word is forgotten again. */
    private static final Duration AHEAD = Duration.ofDays(3);

    private static final int MOST_AHEAD = 2_000;
    private static final int MOST_SHOWN = 10;

    private final LearnChances learn;
    private final PastSessions sessions;
    private final Bookings bookings;
    private final PracticeClock clock;

    ToBeConfirmed(LearnChances learn, PastSessions sessions, Bookings bookings, PracticeClock clock) {
        this.learn = learn;
        this.sessions = sessions;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** One of them. */
    record Likely(Booking booking, Before before, double chance) {}

    @Override
    public Map<DigestLine, Integer> forAdministrators() {
        return Map.of(
                DigestLine.CONFIRM, likeliest(learn.now(), clock.instant()).size());
    }

    /** The likeliest first; none while too few sessions are known. */
    List<Likely> likeliest(Foretelling foretelling, Instant now) {
        return foretelling
                .chances()
                .map(chances -> likeliest(chances, foretelling, now))
                .orElse(List.of());
    }

    private List<Likely> likeliest(Chances chances, Foretelling foretelling, Instant now) {
        return bookings.nextIn(now, now.plus(AHEAD), MOST_AHEAD).stream()
                .map(one -> likely(one, chances, foretelling.historyOf(one.personId())))
                .filter(one -> Foretelling.isHigh(chances, one.before))
                .sorted(Comparator.comparingDouble(Likely::chance)
                        .reversed()
                        .thenComparing(one -> one.booking.startsAt())
                        .thenComparing(one -> one.booking.id()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private Likely likely(Booking booking, Chances chances, History history) {
        Instant bookedAt = booking.bookedAt() == null ? booking.receivedAt() : booking.bookedAt();
        Before before = sessions.before(history, bookedAt, booking.startsAt());
        return new Likely(booking, before, chances.of(before));
    }
}
