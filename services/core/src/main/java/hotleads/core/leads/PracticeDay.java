package hotleads.core.leads;

import hotleads.core.time.PracticeClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Today, where the practice is. */
@Component
class PracticeDay {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final PracticeClock clock;
    private final ZoneId zone;

    PracticeDay(PracticeClock clock, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A day.
     *
     * @param began its first instant, which is not midnight everywhere
     * @param ends the first of the next
     * @param lastMorning when the working day before it began: whoever worked then has seen what was there
     */
    record Today(Instant began, Instant now, Instant ends, Instant lastMorning) {}

    Today today() {
        Instant now = clock.instant();
        LocalDate date = LocalDate.ofInstant(now, zone);
        return new Today(startOf(date), now, startOf(date.plusDays(1)), lastMorning(date));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** On Monday it is Friday's. */
    private Instant lastMorning(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.minusDays(1);
        }
        return day.atTime(OPENS).atZone(zone).toInstant();
    }

    String zone() {
        return zone.getId();
    }
}
