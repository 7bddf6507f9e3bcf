package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an event lies: two instants with the event's own zone, or days of its calendar, the last one excluded. */
public record Span(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate endDay,
        @Nullable String zone) {

    static Span of(Instant start, Instant end) {
        return new Span(start, end, null, null, Catalogue.ZONE.getId());
    }

    static Span days(LocalDate first, LocalDate end) {
        return new Span(null, null, first, end, null);
    }

    boolean isAllDay() {
        return firstDay != null;
    }

    Instant startsAt() {
        return firstDay == null
                ? instant(start)
                : firstDay.atStartOfDay(Catalogue.ZONE).toInstant();
    }

    Instant endsAt() {
        return endDay == null
                ? instant(end)
                : endDay.atStartOfDay(Catalogue.ZONE).toInstant();
    }

    boolean touches(@Nullable Instant from, @Nullable Instant to) {
        return (from == null || endsAt().isAfter(from))
                && (to == null || startsAt().isBefore(to));
    }

    Span movedBy(Duration by) {
        return firstDay == null || endDay == null
                ? new Span(instant(start).plus(by), instant(end).plus(by), null, null, zone)
                : days(firstDay.plusDays(by.toDays()), endDay.plusDays(by.toDays()));
    }

    /** The same wall time that many weeks later, over a clock change too. */
    Span weeksLater(long weeks) {
        if (firstDay != null && endDay != null) {
            return days(firstDay.plusWeeks(weeks), endDay.plusWeeks(weeks));
        }
        var zoned = instant(start).atZone(Catalogue.ZONE).plusWeeks(weeks);
        Instant later = zoned.toInstant();
        return new Span(later, later.plus(Duration.between(instant(start), instant(end))), null, null, zone);
    }

    private static Instant instant(@Nullable Instant value) {
        if (value == null) {
            throw new IllegalStateException("An event has neither a time nor a day");
        }
        return value;
    }
}
