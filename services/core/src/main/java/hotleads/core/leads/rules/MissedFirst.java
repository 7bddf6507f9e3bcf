package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** B4, added to B3: the missed session would have been their first. */
final class MissedFirst implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return MissedSession.notRebooked(situation).stream()
                .filter(missed -> situation.facts().sessionsBefore(missed.startsAt()) == 0)
                .map(MissedFirst::finding)
                .toList();
    }

    private static Finding finding(BookingFact missed) {
        return new Finding(
                missed.id(),
                MissedSession.courseOf(missed),
                Map.of("startsAt", missed.startsAt()),
                MissedSession.evidence(missed));
    }
}
