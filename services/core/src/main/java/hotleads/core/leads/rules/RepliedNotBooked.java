package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E2: somebody who never came heard from us, and has booked nothing since. */
final class RepliedNotBooked implements Finder {
    /** A call they asked for has a reason of its own. */
    private static final Set<OutcomeKind> LEFT_OPEN = Set.of(OutcomeKind.LEFT_MESSAGE, OutcomeKind.SPOKE_NOT_NOW);

    private static final Duration BUILDS_FROM = Duration.ofDays(3);
    private static final Duration BUILDS_TO = Duration.ofDays(5);

    @Override
    public List<Finding> find(Situation situation) {
        Facts facts = situation.facts();
        if (situation.isBooked() || facts.sessionsBefore(Instant.MAX) > 0) {
            return List.of();
        }
        return facts.latestOutcome(OutcomeKind::isContact).stream()
                .filter(reply -> LEFT_OPEN.contains(reply.kind()))
                .filter(reply -> !facts.hasBookingMadeAfter(reply.at()))
                .map(RepliedNotBooked::finding)
                .toList();
    }

    private static Finding finding(OutcomeFact reply) {
        return new Finding(
                null,
                Course.building(reply.at().plus(BUILDS_FROM), reply.at().plus(BUILDS_TO)),
                Map.of("repliedAt", reply.at(), "kind", reply.kind().code()),
                List.of(reply.asEvidence()));
    }
}
