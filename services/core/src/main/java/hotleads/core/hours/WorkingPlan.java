package hotleads.core.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When one practitioner works, by the wall of the practice. What nobody told us is not known, and nothing is said of
 * it; being away is known without hours too.
 *
 * @param version to be sent back with a change
 */
public record WorkingPlan(List<Hours> hours, DaysAway away, long version) {
    public WorkingPlan {
        hours = List.copyOf(hours);
    }

    public boolean hoursKnown() {
        return !hours.isEmpty();
    }

    public boolean isAway(LocalDate day) {
        return away.hold(day);
    }

    /** Whether all of it lies in working time, as far as that is known. */
    public boolean allows(Instant from, Instant until, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(until.minusNanos(1), zone);
        if (isAway(first) || isAway(last)) {
            return false;
        }
        return !hoursKnown()
                || stretches(first, last.plusDays(1), zone).stream()
                        .anyMatch(one -> !from.isBefore(one.from()) && !until.isAfter(one.until()));
    }

    /** On the days from the first until before the last, whatever clocks do meanwhile. */
    public List<Stretch> stretches(LocalDate first, LocalDate until, ZoneId zone) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(until); day = day.plusDays(1)) {
            if (!isAway(day)) {
                addOf(day, zone, stretches);
            }
        }
        return stretches;
    }

    /** Of these days. */
    public List<LocalDate> daysAway(LocalDate first, LocalDate until) {
        return first.datesUntil(until).filter(this::isAway).toList();
    }

    private void addOf(LocalDate day, ZoneId zone, List<Stretch> stretches) {
        hours.stream()
                .filter(one -> one.weekday() == day.getDayOfWeek().getValue())
                .forEach(one ->
                        stretches.add(new Stretch(at(day, one.fromMinute(), zone), at(day, one.untilMinute(), zone))));
    }

    /** A minute that clocks skip is the moment after the gap; of one that comes twice it is the first. */
    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return minute == Hours.DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : LocalDateTime.of(day, LocalTime.ofSecondOfDay(minute * 60L))
                        .atZone(zone)
                        .toInstant();
    }
}
