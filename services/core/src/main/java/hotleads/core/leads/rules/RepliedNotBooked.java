package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** E2: somebody who never came heard from us, and has booked nothing since. */
final class RepliedNotBooked implements Finder {
    /** A call they asked for has a reason of its own. */
    private static final Set<OutcomeKind> LEFT_OPEN = Set.of(OutcomeKind.LEFT_MESSAGE, OutcomeKind.SPOKE_NOT_NOW);

    private static final Duration BUILDS_FROM = Duration.ofDays(3);
    private static final Duration BUILDS_TO = Duration.ofDays(5);
    private static final String IN_ZOHO = "in-zoho";

    @Override
    public List<Finding> find(Situation situation) {
        Facts facts = situation.facts();
        if (situation.isBooked() || facts.sessionsBefore(Instant.MAX) > 0) {
            return List.of();
        }
        return lastReply(facts).stream()
                .filter(reply -> !facts.hasBookingMadeAfter(reply.at))
                .map(RepliedNotBooked::finding)
                .toList();
    }

    /** Ours or Zoho's, whichever came later; none when the last one settled it. */
    private static Optional<Reply> lastReply(Facts facts) {
        Optional<OutcomeFact> ours = facts.latestOutcome(OutcomeKind::isContact);
        Optional<Reply> inZoho = facts.crm()
                .latestEnquiry()
                .flatMap(RepliedNotBooked::inZoho)
                .filter(reply ->
                        ours.filter(outcome -> !outcome.at().isBefore(reply.at)).isEmpty());
        return inZoho.isPresent()
                ? inZoho
                : ours.filter(reply -> LEFT_OPEN.contains(reply.kind()))
                        .map(reply -> new Reply(reply.at(), reply.kind().code(), reply.asEvidence()));
    }

    private static Optional<Reply> inZoho(EnquiryFact enquiry) {
        Instant since = enquiry.stageSince();
        return since == null || enquiry.converted() || !enquiry.stage().isReplied()
                ? Optional.empty()
                : Optional.of(new Reply(since, IN_ZOHO, enquiry.asEvidence(since)));
    }

    private static Finding finding(Reply reply) {
        return new Finding(
                null,
                Course.building(reply.at.plus(BUILDS_FROM), reply.at.plus(BUILDS_TO)),
                Map.of("repliedAt", reply.at, "kind", reply.kind),
                List.of(reply.evidence));
    }

    private record Reply(Instant at, String kind, Evidence evidence) {}
}
