package hotleads.simulators.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** When sessions may start: on the hour, on the practitioner's days. */
public final class OpeningTimes {

    static final int FIRST_HOUR = 9;
    static final int LAST_HOUR = 17;
    static final int GROUP_HOUR = 18;

    private OpeningTimes() {}

    public static List<Instant> starts(Practitioner practitioner, LocalDate day, SessionType type) {
        if (!practitioner.days().contains(day.getDayOfWeek())) {
            return List.of();
        }
        IntStream hours = type.isGroup() ? IntStream.of(GROUP_HOUR) : IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR);
        return hours.mapToObj(hour -> day.atTime(hour, 0).atZone(Catalogue.ZONE).toInstant())
                .toList();
    }

    static boolean offers(long calendarId, Instant start, SessionType type) {
        ZonedDateTime local = start.atZone(Catalogue.ZONE);
        LocalTime time = local.toLocalTime();
        boolean onTheHour = time.equals(LocalTime.of(time.getHour(), 0));
        return onTheHour
                && Catalogue.practitioner(calendarId)
                        .filter(one -> starts(one, local.toLocalDate(), type).contains(start))
                        .isPresent();
    }
}
