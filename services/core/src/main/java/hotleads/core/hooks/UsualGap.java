package hotleads.core.hooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long in working hours it usually stays silent between two hooks: only one gap in twenty was longer. */
final class UsualGap {
    private static final int ENOUGH_TO_SAY = 20;
    private static final Duration UNTIL_THEN = Duration.ofHours(2);
    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final Duration MOST = Duration.ofHours(9);

    /** One act is told by two hooks or more: what follows so closely is no gap. */
    private static final Duration SAME_ACT = Duration.ofMinutes(1);

    private UsualGap() {}

    /** @param deliveries when hooks came, oldest first */
    static Duration of(List<Instant> deliveries, WorkingHours hours) {
        List<Duration> gaps = new ArrayList<>();
        for (int next = 1; next < deliveries.size(); next++) {
            Duration gap = hours.between(deliveries.get(next - 1), deliveries.get(next));
            if (gap.compareTo(SAME_ACT) > 0) {
                gaps.add(gap);
            }
        }
        return gaps.size() < ENOUGH_TO_SAY ? UNTIL_THEN : bounded(nineteenOfTwenty(gaps));
    }

    private static Duration nineteenOfTwenty(List<Duration> gaps) {
        return gaps.stream().sorted().toList().get(gaps.size() * 19 / 20);
    }

    private static Duration bounded(Duration gap) {
        if (gap.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return gap.compareTo(MOST) > 0 ? MOST : gap;
    }
}
