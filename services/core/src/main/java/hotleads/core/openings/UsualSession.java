package hotleads.core.openings;

import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The session a person usually has: where most of their last bookings were, and at which hour.
 *
 * @param last the latest booking in that calendar and of that type
 * @param at its weekday and hour, or those most of the last ones had
 * @param habit whether at least two had that hour, so that it may be called usual
 */
public record UsualSession(Booking last, WeekHour at, boolean habit) {
    private static final int LAST = 6;
    private static final int HABIT = 2;

    /** Kept bookings tell the habit; someone who has none is known by those that were called off. */
    public static Optional<UsualSession> of(List<Booking> bookings, ZoneId zone) {
        List<Booking> kept = bookings.stream()
                .filter(booking -> booking.state() == BookingState.BOOKED)
                .toList();
        List<Booking> latest = (kept.isEmpty() ? bookings : kept)
                .stream()
                        .sorted(Comparator.comparing(Booking::startsAt).reversed())
                        .limit(LAST)
                        .toList();
        return latest.isEmpty() ? Optional.empty() : Optional.of(ofLatest(latest, zone));
    }

    /** @param latest the newest first */
    private static UsualSession ofLatest(List<Booking> latest, ZoneId zone) {
        Kind kind = mostCommon(latest, Kind::of);
        List<Booking> same =
                latest.stream().filter(booking -> Kind.of(booking).equals(kind)).toList();
        WeekHour hour = mostCommon(same, booking -> WeekHour.of(booking.startsAt(), zone));
        long times = same.stream()
                .filter(booking -> WeekHour.of(booking.startsAt(), zone).equals(hour))
                .count();
        return new UsualSession(same.getFirst(), hour, times >= HABIT);
    }

    /** Of equally common ones the newest. */
    private static <T> T mostCommon(List<Booking> newestFirst, Function<Booking, T> trait) {
        Map<T, Integer> counts = new HashMap<>();
        newestFirst.forEach(booking -> counts.merge(trait.apply(booking), 1, Integer::sum));
        T best = trait.apply(newestFirst.getFirst());
        for (Booking booking : newestFirst) {
            T other = trait.apply(booking);
            if (counts.getOrDefault(other, 0) > counts.getOrDefault(best, 0)) {
                best = other;
            }
        }
        return best;
    }

    private record Kind(long calendarId, long typeId) {
        static Kind of(Booking booking) {
            return new Kind(booking.calendarId(), booking.typeId());
        }
    }

    /** A weekday and an hour on the practitioner's wall. */
    public record WeekHour(DayOfWeek day, LocalTime time) {
        public static WeekHour of(Instant start, ZoneId zone) {
            LocalDateTime wall = LocalDateTime.ofInstant(start, zone);
            return new WeekHour(wall.getDayOfWeek(), wall.toLocalTime());
        }
    }
}
