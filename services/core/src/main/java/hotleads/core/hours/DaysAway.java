package hotleads.core.hours;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * On which days nobody works in a calendar: on its own, and where practitioners' accounts share it, when none of them
 * is there.
 */
public record DaysAway(List<Days> own, Collection<List<Days>> ofEachPractitioner) {
    static final DaysAway NONE = new DaysAway(List.of(), List.of());

    /** The first and the last included; none, when it was over before it began. */
    record Days(LocalDate from, LocalDate until) {
        private boolean hold(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    boolean hold(LocalDate day) {
        return isAmong(own, day)
                || !ofEachPractitioner.isEmpty()
                        && ofEachPractitioner.stream().allMatch(theirs -> isAmong(theirs, day));
    }

    private static boolean isAmong(List<Days> all, LocalDate day) {
        return all.stream().anyMatch(one -> one.hold(day));
    }
}
