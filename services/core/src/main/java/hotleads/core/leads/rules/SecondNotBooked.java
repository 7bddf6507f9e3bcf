package hotleads.core.leads.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** R1: one session is done and no second one is booked. */
final class SecondNotBooked implements Finder {
    private static final Duration BUILDS_FROM = Duration.ofDays(1);
    private static final Duration BUILDS_TO = Duration.ofDays(3);

    @Override
    public List<Finding> find(Situation situation) {
        List<BookingFact> sessions = situation.sessionsWithNothingAfter();
        return sessions.size() == 1 ? List.of(finding(sessions.getFirst())) : List.of();
    }

    private static Finding finding(BookingFact session) {
        return new Finding(
                session.id(),
                Course.building(
                        session.startsAt().plus(BUILDS_FROM), session.startsAt().plus(BUILDS_TO)),
                Map.of("sessionAt", session.startsAt()),
                List.of(session.asEvidence(session.startsAt())));
    }
}
