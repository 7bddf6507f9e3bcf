package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** B1: a booking was cancelled, by whomever, and none took its place. */
final class CancelledNotRebooked implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return Cancellation.notRebooked(situation).stream()
                .map(CancelledNotRebooked::finding)
                .toList();
    }

    private static Finding finding(Cancellation cancellation) {
        return new Finding(
                cancellation.booking().id(),
                cancellation.course(),
                values(cancellation),
                List.of(cancellation.asEvidence()));
    }

    private static Map<String, Object> values(Cancellation cancellation) {
        Map<String, Object> values = new HashMap<>();
        values.put("startsAt", cancellation.booking().startsAt());
        values.put("cancelledTo", cancellation.latest());
        Instant earliest = cancellation.earliest();
        if (earliest != null) {
            values.put("cancelledFrom", earliest);
        }
        Instant exactly = cancellation.exactly();
        if (exactly != null) {
            values.put("noticeHours", cancellation.noticeFrom(exactly).toHours());
        }
        return values;
    }
}
