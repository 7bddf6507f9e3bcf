package hotleads.core.leads.rules;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rule's finding with its tenths of now, on its way to become a reason. */
record Scored(Rule rule, Finding finding, int tenths, boolean sourceLate) {

    /** In the order of the rules. */
    static List<Scored> allIn(Situation situation) {
        return oneReasonPerBooking(Arrays.stream(Rule.values())
                .map(rule -> rule.scoreIn(situation))
                .flatMap(Collection::stream)
                .toList());
    }

    /** A booking keeps the reason with most points, ties by rule order, and what adds to that reason. */
    static List<Scored> oneReasonPerBooking(List<Scored> all) {
        Map<Long, Rule> kept = new HashMap<>();
        all.stream()
                .filter(scored -> scored.rule.base() == scored.rule)
                .sorted(comparingInt(Scored::tenths).reversed().thenComparing(Scored::rule))
                .forEach(scored -> kept.putIfAbsent(scored.finding.booking(), scored.rule));
        return all.stream()
                .filter(scored ->
                        scored.finding.booking() == null || kept.get(scored.finding.booking()) == scored.rule.base())
                .toList();
    }

    /** Whether it speaks for the person, and did not yet do so at an instant. */
    boolean beganAfter(Instant instant) {
        return tenths > 0 && finding.course().startsAt().isAfter(instant);
    }

    Reason asReason(Scoring scoring) {
        return rule.reasonFor(this, scoring);
    }
}
