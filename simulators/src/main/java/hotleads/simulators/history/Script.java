package hotleads.simulators.history;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.NewBooking;
import hotleads.simulators.practice.OpeningTimes;
import hotleads.simulators.practice.PracticeState;
import hotleads.simulators.practice.Practitioner;
import hotleads.simulators.practice.SeededPractice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that was done in a practice until a moment, in the order of time, made up from a seed.
 *
 * <p>The end is made first, for it is what a demo shows; the acts that lead there follow from it: a missed session was
 * booked and not held, a cancelled one was called off with much notice or little, some were moved on the way.
 */
record Script(Instant until, List<Deed> deeds) {

    private static final List<Duration> NOTICES = List.of(
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(20),
            Duration.ofHours(30),
            Duration.ofDays(3),
            Duration.ofDays(6));
    private static final int ONE_IN_SO_MANY_IS_MOVED = 12;

    Script {
        deeds = List.copyOf(deeds);
    }

    static Script endingAt(Instant until, long seed) {
        return new Writer(SeededPractice.afterAYear(until, seed), until, new Random(seed)).write();
    }

    Instant begins() {
        return deeds.getFirst().at();
    }

    /** Only what was booked within so long before the end, and what became of it. */
    Script last(Duration length) {
        Instant from = until.minus(length);
        Set<Integer> booked = deeds.stream()
                .filter(deed -> deed instanceof Deed.Book && !deed.at().isBefore(from))
                .map(Deed::booking)
                .collect(Collectors.toSet());
        return new Script(
                until,
                deeds.stream().filter(deed -> booked.contains(deed.booking())).toList());
    }

    private static final class Writer {

        private final List<Booking> end;
        private final Instant until;
        private final Random random;
        private final Set<String> taken = new HashSet<>();
        private final List<Deed> deeds = new ArrayList<>();

        Writer(PracticeState end, Instant until, Random random) {
            this.end = end.bookings();
            this.until = until;
            this.random = random;
            end.bookings().forEach(booking -> taken.add(place(booking.calendarId(), booking.startsAt())));
        }

        Script write() {
            for (int number = 0; number < end.size(); number++) {
                live(number, end.get(number));
            }
            deeds.sort(Comparator.comparing(Deed::at));
            return new Script(until, deeds);
        }

        private void live(int number, Booking booking) {
            Optional<Deed.Move> move = moveTo(number, booking);
            Instant first = move.map(one -> before(booking)).orElseGet(booking::startsAt);
            deeds.add(new Deed.Book(booking.createdAt(), number, wish(booking, first)));
            move.ifPresent(deeds::add);
            if (booking.canceled()) {
                deeds.add(new Deed.Cancel(endOf(booking), number, booking.noShow()));
            } else if (booking.labelId() != null) {
                deeds.add(new Deed.Label(booking.endsAt().plusSeconds(600), number, booking.labelId()));
            }
        }

        private static NewBooking wish(Booking booking, Instant start) {
            return new NewBooking(
                    booking.client(),
                    start,
                    booking.calendarId(),
                    Catalogue.type(booking.typeId()).orElse(Catalogue.INDIVIDUAL),
                    booking.scheduledBy(),
                    null,
                    booking.notes(),
                    true);
        }

        /** When it was cancelled: between its booking and its start, or after the start when nobody came. */
        private Instant endOf(Booking booking) {
            if (booking.noShow()) {
                return booking.startsAt().plus(Duration.ofMinutes(25));
            }
            Instant latest = booking.startsAt().isBefore(until) ? booking.startsAt() : until;
            Instant wanted = latest.minus(NOTICES.get(random.nextInt(NOTICES.size())));
            // Booked the day before, it can only be cancelled with less notice than that.
            return wanted.isAfter(booking.createdAt())
                    ? wanted
                    : booking.createdAt()
                            .plus(Duration.between(booking.createdAt(), latest).dividedBy(2));
        }

        /** Some were booked for an evening some days earlier, and moved with much notice or little. */
        private Optional<Deed.Move> moveTo(int number, Booking booking) {
            if (booking.canceled() || booking.classId() != null || random.nextInt(ONE_IN_SO_MANY_IS_MOVED) > 0) {
                return Optional.empty();
            }
            Instant before = before(booking);
            Instant at = before.minus(NOTICES.get(random.nextInt(NOTICES.size())));
            boolean possible = at.isAfter(booking.createdAt())
                    && at.isBefore(until)
                    && taken.add(place(booking.calendarId(), before));
            return possible
                    ? Optional.of(new Deed.Move(at, number, booking.startsAt(), booking.calendarId()))
                    : Optional.empty();
        }

        // The last hour of a day is nobody's own.
        private static Instant before(Booking booking) {
            LocalDate day =
                    booking.startsAt().atZone(Catalogue.ZONE).toLocalDate().minusDays(1);
            Practitioner practitioner =
                    Catalogue.practitioner(booking.calendarId()).orElseThrow();
            while (!practitioner.days().contains(day.getDayOfWeek())) {
                day = day.minusDays(1);
            }
            return OpeningTimes.starts(practitioner, day, Catalogue.INDIVIDUAL).getLast();
        }

        private static String place(long calendar, Instant start) {
            return calendar + "@" + start;
        }
    }
}
