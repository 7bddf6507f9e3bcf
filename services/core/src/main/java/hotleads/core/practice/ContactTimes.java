package hotleads.core.practice;

import hotleads.core.hours.Hours;
import hotleads.core.settings.SettingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When people may be called, by the practice's wall. Whoever asked to be called at a set time is called then; nobody
 * leaves the list, or comes onto it, because of the hour.
 *
 * @param hours none, at any time
 */
public record ContactTimes(List<Hours> hours) {
    private static final int DAYS = 7;
    private static final int NINE = 9 * 60;
    private static final int SEVEN = 19 * 60;

    static final SettingKind<ContactTimes> KIND = new SettingKind<>(
            "contact-times",
            ContactTimes.class,
            new ContactTimes(IntStream.rangeClosed(1, 5)
                    .mapToObj(weekday -> new Hours(weekday, NINE, SEVEN))
                    .toList()));

    /** When the next time begins in which people may be called; nothing while it is such a time. */
    public Optional<Instant> opensAt(Instant now, ZoneId zone) {
        if (hours.isEmpty() || spans(now, zone).anyMatch(span -> span.holds(now))) {
            return Optional.empty();
        }
        return spans(now, zone).map(Span::from).filter(now::isBefore).min(Instant::compareTo);
    }

    private record Span(Instant from, Instant until) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** Those of today and of the week that follows. */
    private Stream<Span> spans(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return IntStream.rangeClosed(0, DAYS)
                .mapToObj(today::plusDays)
                .flatMap(day -> hours.stream()
                        .filter(each -> each.weekday() == day.getDayOfWeek().getValue())
                        .map(each -> new Span(at(day, each.fromMinute(), zone), at(day, each.untilMinute(), zone))));
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        // Midnight at a day's end is the beginning of the next.
        ZonedDateTime start = minute == Hours.DAY
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
        return start.toInstant();
    }
}
