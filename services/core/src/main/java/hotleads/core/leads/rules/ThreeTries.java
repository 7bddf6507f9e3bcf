package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** N2: three messages within 14 days and neither an answer nor a booking since. */
final class ThreeTries implements Finder {
    private static final int TRIES = 3;
    private static final Duration WITHIN = Duration.ofDays(14);

    @Override
    public List<Finding> find(Situation situation) {
        List<OutcomeFact> latestFirst = unanswered(situation.facts()).reversed();
        return IntStream.range(0, latestFirst.size())
                .mapToObj(i -> triesUpTo(latestFirst.subList(i, latestFirst.size())))
                .filter(tries -> tries.size() >= TRIES)
                .limit(1)
                .map(ThreeTries::finding)
                .toList();
    }

    private static List<OutcomeFact> unanswered(Facts facts) {
        return facts.outcomes().stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.LEFT_MESSAGE)
                .filter(outcome -> !facts.hasOutcomeAfter(outcome.at(), OutcomeKind::isAnswer))
                .filter(outcome -> !facts.hasBookingMadeAfter(outcome.at()))
                .toList();
    }

    /** The first of the given, latest first, and those up to 14 days before it. */
    private static List<OutcomeFact> triesUpTo(List<OutcomeFact> latestFirst) {
        Instant earliest = latestFirst.getFirst().at().minus(WITHIN);
        return latestFirst.stream()
                .filter(tried -> !tried.at().isBefore(earliest))
                .toList();
    }

    private static Finding finding(List<OutcomeFact> tries) {
        return new Finding(
                null,
                Course.fadingFrom(tries.getFirst().at()),
                Map.of("tries", (long) tries.size(), "since", tries.getLast().at()),
                tries.stream().map(OutcomeFact::asEvidence).toList());
    }
}
