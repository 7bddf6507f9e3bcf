package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** N3: they said "not now", and have not come back to us since. */
final class NotNow implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return situation
                .facts()
                .latestOutcome(kind -> kind == OutcomeKind.SPOKE_NOT_NOW)
                .filter(said -> !situation.facts().hasMovedAfter(said.at()))
                .map(NotNow::finding)
                .stream()
                .toList();
    }

    private static Finding finding(OutcomeFact said) {
        return new Finding(null, Course.fadingFrom(said.at()), Map.of("saidAt", said.at()), List.of(said.asEvidence()));
    }
}
