package hotleads.core.hooks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a practice usually works: until it can say so itself, weekdays from nine to six. */
record WorkingHours(ZoneId zone) {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** How much of the time between two moments was working time. */
    Duration between(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, zone);
        Duration worked = Duration.ZERO;
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                worked = worked.plus(overlap(from, to, at(day, OPENS), at(day, CLOSES)));
            }
        }
        return worked;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Duration overlap(Instant from, Instant to, Instant opens, Instant closes) {
        Instant start = from.isAfter(opens) ? from : opens;
        Instant end = to.isBefore(closes) ? to : closes;
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }
}
