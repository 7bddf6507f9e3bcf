package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** O1: their usual hour has come free. It counts in full until somebody takes it or it is past. */
final class UsualHourOpened implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        if (situation.isBooked()) {
            return List.of();
        }
        return situation.facts().openings().stream()
                .filter(opening -> !situation.moment().hasReached(opening.startsAt()))
                .findFirst()
                .map(UsualHourOpened::finding)
                .stream()
                .toList();
    }

    private static Finding finding(OpeningFact opening) {
        return new Finding(
                null,
                Course.knownAndFading(opening.openedAt(), opening.startsAt()),
                Map.of("slotAt", opening.startsAt()),
                List.of(opening.asEvidence()));
    }
}
