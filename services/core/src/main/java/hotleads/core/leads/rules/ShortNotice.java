package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** B2, added to B1: the notice was under 24 hours even if it was given as early as can be. */
final class ShortNotice implements Finder {
    private static final Duration SHORT = Duration.ofHours(24);

    @Override
    public List<Finding> find(Situation situation) {
        return Cancellation.notRebooked(situation).stream()
                .flatMap(ShortNotice::finding)
                .toList();
    }

    private static Stream<Finding> finding(Cancellation cancellation) {
        Instant earliest = cancellation.earliest();
        if (earliest == null || cancellation.noticeFrom(earliest).compareTo(SHORT) >= 0) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                cancellation.booking().id(),
                cancellation.course(),
                Map.of("noticeHoursAtMost", hoursRoundedUp(cancellation.noticeFrom(earliest))),
                evidence(cancellation, earliest)));
    }

    private static long hoursRoundedUp(Duration notice) {
        return Math.ceilDiv(notice.toMillis(), Duration.ofHours(1).toMillis());
    }

    private static List<Evidence> evidence(Cancellation cancellation, Instant earliest) {
        Evidence cancelled = cancellation.asEvidence();
        return cancellation.booking().cancellationExact()
                ? List.of(cancelled)
                : List.of(cancelled, new Evidence(cancelled.source(), cancelled.recordId(), earliest, earliest));
    }
}
