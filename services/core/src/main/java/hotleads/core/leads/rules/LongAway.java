package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** R3: they came three times or more, and have been away for 45 to 180 days. */
final class LongAway implements Finder {
    private static final int SESSIONS = 3;
    private static final Duration FROM = Duration.ofDays(45);
    private static final Duration TO = Duration.ofDays(180);

    @Override
    public List<Finding> find(Situation situation) {
        List<BookingFact> sessions = situation.sessionsWithNothingAfter();
        if (sessions.size() < SESSIONS) {
            return List.of();
        }
        BookingFact last = sessions.getLast();
        // Beyond half a year it is no absence any more: they have left.
        return situation.moment().hasReached(last.startsAt().plus(TO))
                ? List.of()
                : List.of(finding(last, sessions.size()));
    }

    private static Finding finding(BookingFact last, int sessions) {
        Instant away = last.startsAt().plus(FROM);
        return new Finding(
                last.id(),
                Course.fadingFrom(away),
                Map.of("lastSessionAt", last.startsAt(), "sessions", (long) sessions),
                List.of(last.asEvidence(last.startsAt())));
    }
}
