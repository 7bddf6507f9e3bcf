package hotleads.simulators.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The times a client could still take. */
public final class FreeTimes {

    private static final int DAYS_AHEAD = 60;

    /** A start and the calendar it is in. */
    public record Free(Instant start, long calendarId) {}

    private final Practice practice;

    public FreeTimes(Practice practice) {
        this.practice = practice;
    }

    public List<Free> on(LocalDate day, SessionType type, List<Practitioner> practitioners) {
        return practitioners.stream()
                .flatMap(practitioner -> OpeningTimes.starts(practitioner, day, type).stream()
                        .filter(start -> practice.isFree(practitioner.calendarId(), start, type, null))
                        .map(start -> new Free(start, practitioner.calendarId())))
                .sorted(Comparator.comparing(Free::start).thenComparing(Free::calendarId))
                .toList();
    }

    public Optional<Free> next(Instant after, SessionType type, List<Practitioner> practitioners) {
        LocalDate today = after.atZone(Catalogue.ZONE).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> on(day, type, practitioners).stream())
                .filter(free -> free.start().isAfter(after))
                .findFirst();
    }
}
