package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** B6: they left before half of the last session they came to was over, and attended none in full since. */
final class LeftEarly implements Finder {
    @Override
    public List<Finding> find(Situation situation) {
        return situation
                .lastAttended()
                .filter(session -> session.attendance().leftEarly())
                .map(LeftEarly::finding)
                .stream()
                .toList();
    }

    private static Finding finding(BookingFact session) {
        return new Finding(
                session.id(),
                Course.knownAndFading(session.attendanceKnownAt(), session.startsAt()),
                Map.of("startsAt", session.startsAt()),
                List.of(session.attendanceEvidence()),
                null,
                Set.of(Source.ZOOM));
    }
}
