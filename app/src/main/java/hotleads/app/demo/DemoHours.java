package hotleads.app.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import hotleads.app.accounts.FirstHours;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When the made-up practitioners work: on the days they can be booked, the evening group included. */
public final class DemoHours {
    private static final int OPENS = 9;
    private static final int CLOSES = 20;

    private static final Map<Long, List<DayOfWeek>> DAYS = Map.of(
            4_038_201L, List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY),
            4_038_202L, List.of(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY),
            4_038_203L, List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
            4_038_204L, List.of(THURSDAY, FRIDAY, SATURDAY, SUNDAY));

    private DemoHours() {}

    /** What somebody has set since stays. */
    public static void setMissing(FirstHours hours, DemoPractice practice) {
        Stream.concat(practice.calendars().stream(), practice.others().stream())
                .forEach(calendar -> hours.set(calendar, DAYS.getOrDefault(calendar, List.of()), OPENS, CLOSES));
    }
}
