package hotleads.core.mood;

import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A person's entries over time, as the chart and the table show them. */
@Component
class ShowMood {
    private static final Set<Integer> SPANS = Set.of(30, 90, 365);
    private static final Duration WEEK = Duration.ofDays(7);
    /** Less than this between a week and the month before it is no difference worth a word. */
    private static final double A_DIFFERENCE = 1.5;

    private final CheckIns checkIns;
    private final ReportUnopened report;
    private final PracticeClock clock;

    ShowMood(CheckIns checkIns, ReportUnopened report, PracticeClock clock) {
        this.checkIns = checkIns;
        this.report = report;
        this.clock = clock;
    }

    /**
     * A stretch of time.
     *
     * @param asOf the practice's time
     * @param thisWeek {@code lower}, {@code usual} or {@code higher} than the thirty days before; null when there is
     *     too little to tell
     * @param items the oldest first; days without one have none
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record Trend(
            Instant asOf,
            int days,
            @Nullable String thisWeek,
            List<CheckInShown> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * One entry.
     *
     * @param usual the median of the thirty days before it; null when there were too few
     * @param changeableUntil null once it is settled
     * @param changed whether it said something else before
     */
    record CheckInShown(
            UUID id,
            Instant at,
            int answer,
            @Nullable String note,
            @Nullable Double usual,
            @Nullable Instant changeableUntil,
            boolean changed) {
        @Override
        public String toString() {
            return "[check-in " + id + "]";
        }
    }

    Trend trend(UUID person, int days) {
        if (!SPANS.contains(days)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-span", "Ask for 30, 90 or 365 days");
        }
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofDays(days));
        Unopened unopened = new Unopened();
        List<CheckIn> all = checkIns.of(person, from.minus(UsualMood.BACK), unopened);
        UsualMood usual = new UsualMood(all);
        return new Trend(
                now,
                days,
                thisWeek(all, usual, now),
                all.stream()
                        .filter(one -> !one.at().isBefore(from))
                        .map(one -> shown(one, usual, now))
                        .toList(),
                report.of(unopened));
    }

    CheckInShown shown(CheckIn one, UsualMood usual, Instant now) {
        OptionalDouble before = usual.before(one.at());
        return new CheckInShown(
                one.id(),
                one.at(),
                one.answer(),
                one.note(),
                before.isPresent() ? before.getAsDouble() : null,
                one.isChangeable(now) ? one.changeableUntil() : null,
                one.version() > 1);
    }

    private static @Nullable String thisWeek(List<CheckIn> all, UsualMood usual, Instant now) {
        Instant began = now.minus(WEEK);
        OptionalDouble before = usual.before(began);
        OptionalDouble week = UsualMood.medianOf(all.stream()
                .filter(one -> !one.at().isBefore(began))
                .map(CheckIn::answer)
                .toList());
        if (before.isEmpty() || week.isEmpty()) {
            return null;
        }
        double difference = week.getAsDouble() - before.getAsDouble();
        return difference <= -A_DIFFERENCE ? "lower" : difference >= A_DIFFERENCE ? "higher" : "usual";
    }
}
