package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** R2: longer than usual since the last session, with nothing booked. */
final class PastUsualRhythm implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        List<BookingFact> sessions = situation.sessionsWithNothingAfter();
        return UsualGap.of(sessions).map(gap -> finding(sessions, gap)).stream().toList();
    }

    private static Finding finding(List<BookingFact> sessions, UsualGap gap) {
        BookingFact last = sessions.getLast();
        return new Finding(
                last.id(),
                Course.building(gap.afterTenths(12, last.startsAt()), gap.afterTenths(16, last.startsAt())),
                Map.of("lastSessionAt", last.startsAt(), "usualGapDays", gap.wholeDays()),
                sessions.reversed().stream()
                        .limit(UsualGap.SESSIONS)
                        .map(session -> session.asEvidence(session.startsAt()))
                        .toList());
    }
}
