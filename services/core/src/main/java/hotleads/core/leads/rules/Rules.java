package hotleads.core.leads.rules;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the list, and why: depends on the facts, what the practice lets rules count for, and the instant alone.
 *
 * <p>When Acuity is <em>late</em>, what rests on "nothing booked" (E2, B1 to B4, R1 to R3) still counts and is marked:
 * the last fetch is recent enough that checking Acuity before the call settles it. When Acuity has <em>stopped</em>,
 * those reasons are withheld altogether, rather than shown with a weaker sentence: "not rebooked" may no longer be
 * asserted, any place on the list asserts it by being there, and nobody who has booked may be called about not having
 * done so. The placement then says "acuity-stopped". A promised call (P1) rests on our own record and stays; so does a
 * booking we know of, which keeps its person off the list.
 */
public final class Rules {
    private Rules() {}

    /** By what every practice starts with. */
    public static Evaluation evaluate(Facts facts, Instant now) {
        return evaluate(facts, Scoring.STARTING, now);
    }

    /** Takes {@code now} in whole milliseconds, as all facts are. */
    public static Evaluation evaluate(Facts facts, Scoring scoring, Instant now) {
        Moment moment = new Moment(now);
        Evaluation evaluation = judge(facts, scoring, moment);
        return evaluation.validUntil(nextChange(facts, scoring, evaluation, moment));
    }

    /** The same without asking when it changes by itself, which takes as long again: for days that are over. */
    public static Evaluation evaluatePast(Facts facts, Scoring scoring, Instant then) {
        return judge(facts, scoring, new Moment(then));
    }

    /**
     * From when on someone was hot to the end of a stretch in which nothing else became known; empty when they were not
     * hot at its end.
     *
     * @param last the last instant of the stretch
     */
    public static Optional<Instant> hotToTheEnd(Facts facts, Scoring scoring, Instant first, Instant last) {
        Instant since = null;
        for (Instant at = first; at != null && !at.isAfter(last); ) {
            Moment moment = new Moment(at);
            if (!judge(facts, scoring, moment).isHot()) {
                since = null;
            } else if (since == null) {
                since = at;
            }
            at = moment.next();
        }
        return Optional.ofNullable(since);
    }

    private static @Nullable Instant nextChange(Facts facts, Scoring scoring, Evaluation evaluation, Moment moment) {
        Instant next = moment.next();
        // Not every instant a rule looked at makes a difference; between two of them nothing can change.
        while (next != null) {
            Moment later = new Moment(next);
            if (!judge(facts, scoring, later).equals(evaluation)) {
                return next;
            }
            next = later.next();
        }
        return null;
    }

    private static Evaluation judge(Facts facts, Scoring scoring, Moment moment) {
        Situation situation = Situation.of(facts, scoring, moment);
        List<Scored> scored = Scored.allIn(situation);
        List<Reason> reasons = Stream.concat(
                        scored.stream().map(one -> one.asReason(scoring)), Adjustments.of(scored).stream())
                .toList();
        int score = reasons.stream().mapToInt(Reason::tenths).sum();
        Band band = Band.of(score);
        return new Evaluation(
                reasons, score, band, place(situation, band, scored), waitingSince(scored), scoring.version(), null);
    }

    private static Placement place(Situation situation, Band band, List<Scored> scored) {
        boolean enough = band != Band.BELOW_THE_LINE;
        List<Sentence> causes = OffTheList.causes(situation, enough && isPromised(situation, scored), scored);
        if (!causes.isEmpty()) {
            return new Placement(Placement.State.OFF_THE_LIST, causes);
        }
        return enough
                ? new Placement(Placement.State.LISTED, List.of())
                : new Placement(Placement.State.BELOW_THE_LINE, withheld(situation));
    }

    /** A call they asked for, or a task about them, is owed to them whether they have booked or not. */
    private static boolean isPromised(Situation situation, List<Scored> scored) {
        return situation.duePromise().isPresent() || scored.stream().anyMatch(one -> one.rule() == Rule.P2);
    }

    private static List<Sentence> withheld(Situation situation) {
        Instant stopped = situation.facts().acuity().stoppedSince();
        return stopped != null && situation.moment().hasReached(stopped)
                ? List.of(new Sentence("acuity-stopped", Map.of("since", stopped)))
                : List.of();
    }

    private static @Nullable Instant waitingSince(List<Scored> scored) {
        return scored.stream()
                .filter(one -> one.tenths() > 0)
                .map(one -> one.finding().evidence().getFirst().knownSince())
                .min(naturalOrder())
                .orElse(null);
    }
}
