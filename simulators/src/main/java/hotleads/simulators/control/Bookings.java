package hotleads.simulators.control;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Practice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The lists to choose a booking from, by time. */
record Bookings(Practice practice) {

    private static final Duration RECENT = Duration.ofDays(3);

    List<Booking> upcoming() {
        return practice.upcoming();
    }

    /** Upcoming ones of people who have no other: cancelled, they leave them with nothing. */
    List<Booking> only() {
        List<Booking> upcoming = practice.upcoming();
        Map<String, Long> counts =
                upcoming.stream().collect(groupingBy(booking -> booking.client().name(), counting()));
        return upcoming.stream()
                .filter(booking -> counts.getOrDefault(booking.client().name(), 0L) == 1)
                .toList();
    }

    /** Held in the last days: the ones somebody may have missed. */
    List<Booking> recent() {
        Instant now = practice.now();
        return select(booking -> !booking.canceled()
                        && !booking.startsAt().isAfter(now)
                        && booking.startsAt().isAfter(now.minus(RECENT)))
                .reversed();
    }

    List<Booking> past() {
        Instant now = practice.now();
        return select(booking -> !booking.startsAt().isAfter(now));
    }

    List<Booking> cancelled() {
        return select(Booking::canceled);
    }

    List<Booking> all() {
        return select(booking -> true);
    }

    private List<Booking> select(Predicate<Booking> wanted) {
        return practice.bookings().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Booking::startsAt).thenComparing(Booking::id))
                .toList();
    }
}
