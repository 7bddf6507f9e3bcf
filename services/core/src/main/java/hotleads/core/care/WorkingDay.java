package hotleads.core.care;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One working day later, where the practice is: what comes on Friday at three is due on Monday at three. Until a
 * practice can say when it works, weekdays from nine to six.
 */
record WorkingDay(ZoneId zone) {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    Instant after(Instant moment) {
        ZonedDateTime counted = atWork(moment.atZone(zone));
        return nextWorkday(counted.toLocalDate().plusDays(1))
                .atTime(counted.toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    /** The moment itself, or when the practice opens next. */
    private ZonedDateTime atWork(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (isWorkday(day) && moment.toLocalTime().isBefore(OPENS)) {
            return day.atTime(OPENS).atZone(zone);
        }
        return isWorkday(day) && moment.toLocalTime().isBefore(CLOSES)
                ? moment
                : nextWorkday(day.plusDays(1)).atTime(OPENS).atZone(zone);
    }

    private static LocalDate nextWorkday(LocalDate day) {
        LocalDate next = day;
        while (!isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
