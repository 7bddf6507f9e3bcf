package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** B7: ten minutes late or more in two of the last three sessions they came to, the last of them among those. */
final class LateTwice implements Finder {
    private static final int LATE_MINUTES = 10;
    private static final int OF = 3;
    private static final int TIMES = 2;

    @Override
    public List<Finding> find(Situation situation) {
        List<BookingFact> last =
                situation.attended().reversed().stream().limit(OF).toList();
        List<BookingFact> late = last.stream().filter(LateTwice::isLate).toList();
        return late.size() >= TIMES && isLate(last.getFirst()) ? List.of(finding(late, last.size())) : List.of();
    }

    private static boolean isLate(BookingFact session) {
        return session.attendance().lateMinutes() >= LATE_MINUTES;
    }

    private static Finding finding(List<BookingFact> late, int of) {
        BookingFact last = late.getFirst();
        return new Finding(
                last.id(),
                Course.knownAndFading(last.attendanceKnownAt(), last.startsAt()),
                Map.of("times", (long) late.size(), "of", (long) of, "startsAt", last.startsAt()),
                late.stream().map(BookingFact::attendanceEvidence).toList(),
                null,
                Set.of(Source.ZOOM));
    }
}
