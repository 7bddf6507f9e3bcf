package hotleads.simulators.practice;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededPracticeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Booking> bookings = SeededPractice.at(NOW, 1).bookings();
    private final Map<String, List<Booking>> byPerson =
            bookings.stream().collect(groupingBy(booking -> booking.client().name()));

    @Test
    void isTheSameForTheSameSeedAndStart() {
        assertThat(SeededPractice.at(NOW, 1)).isEqualTo(SeededPractice.at(NOW, 1));
        assertThat(SeededPractice.at(NOW, 2)).isNotEqualTo(SeededPractice.at(NOW, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T05:00:00Z", "2026-11-23T14:00:00Z", "2026-12-31T23:00:00Z", "2027-03-15T12:00:00Z"})
    void hasSixtyPeopleAndSomeHundredBookingsWheneverItStarts(String start) {
        List<Booking> made = SeededPractice.at(Instant.parse(start), 1).bookings();

        assertThat(made.stream().map(booking -> booking.client().name()).distinct())
                .hasSize(60);
        assertThat(made.size()).isBetween(300, 600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T05:00:00Z", "2026-11-23T14:00:00Z", "2026-11-27T23:30:00Z", "2026-11-28T23:30:00Z"})
    void alwaysHasASessionWithinADayToCancelAtShortNotice(String start) {
        Instant now = Instant.parse(start);

        assertThat(SeededPractice.at(now, 1).bookings())
                .anyMatch(
                        booking -> booking.isUpcoming(now) && booking.startsAt().isBefore(now.plus(DAY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T05:00:00Z", "2026-11-23T14:00:00Z", "2026-11-27T23:30:00Z", "2026-12-31T21:59:00Z"})
    void someonesOnlyBookingIsWithinADaySoThatCancellingItLeavesNothing(String start) {
        Instant now = Instant.parse(start);
        var upcoming = SeededPractice.at(now, 1).bookings().stream()
                .filter(booking -> booking.isUpcoming(now))
                .collect(groupingBy(booking -> booking.client().name()));

        assertThat(upcoming.values())
                .anyMatch(own -> own.size() == 1 && own.getFirst().startsAt().isBefore(now.plus(DAY)));
    }

    @Test
    void reachesFiveMonthsBackAndSixWeeksAhead() {
        assertThat(bookings).anyMatch(booking -> booking.startsAt().isBefore(NOW.minus(DAY.multipliedBy(145))));
        assertThat(bookings).anyMatch(booking -> booking.startsAt().isAfter(NOW.plus(DAY.multipliedBy(35))));
        assertThat(bookings).allMatch(booking -> booking.startsAt().isBefore(NOW.plus(DAY.multipliedBy(43))));
    }

    @Test
    void bookedNothingInTheFuture() {
        assertThat(bookings).noneMatch(booking -> booking.createdAt().isAfter(NOW));
        assertThat(bookings).noneMatch(booking -> booking.createdAt().isAfter(booking.startsAt()));
    }

    @Test
    void someCancelledAndDidNotRebook() {
        assertThat(peopleWithoutFuture(one ->
                        one.canceled() && !one.noShow() && one.startsAt().isAfter(NOW.minus(DAY.multipliedBy(9)))))
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void someCancelledWithCertainlyUnderADaysNotice() {
        assertThat(peopleWithoutFuture(one -> one.canceled()
                        && !one.noShow()
                        && one.createdAt().isAfter(one.startsAt().minus(DAY))))
                .isEqualTo(2);
    }

    @Test
    void someHadOneSessionAndBookedNoSecond() {
        long people = withoutFuture()
                .filter(history -> history.stream().allMatch(one -> !one.canceled()))
                .filter(history -> history.size() == 1)
                .count();

        assertThat(people).isEqualTo(4);
    }

    @Test
    void someArePastTheirUsualRhythm() {
        long people = withoutFuture()
                .filter(history ->
                        history.stream().filter(one -> !one.canceled()).count() >= 4)
                .filter(history -> {
                    Instant last = history.stream()
                            .filter(one -> !one.canceled())
                            .map(Booking::startsAt)
                            .max(Instant::compareTo)
                            .orElseThrow();
                    return last.isBefore(NOW.minus(DAY.multipliedBy(9)))
                            && last.isAfter(NOW.minus(DAY.multipliedBy(36)));
                })
                .count();

        assertThat(people).isBetween(8L, 14L);
    }

    @Test
    void betweenTwelveAndTwentyPeopleHaveAReasonToBeContacted() {
        long recentlyHereWithNothingAhead = withoutFuture()
                .filter(history ->
                        history.stream().anyMatch(one -> one.startsAt().isAfter(NOW.minus(DAY.multipliedBy(36)))))
                .count();

        assertThat(recentlyHereWithNothingAhead).isBetween(12L, 20L);
    }

    @Test
    void someCancelledAndRebooked() {
        long people = byPerson.values().stream()
                .filter(history -> history.stream().anyMatch(one -> one.isUpcoming(NOW)))
                .filter(history -> history.stream()
                        .anyMatch(one -> one.canceled() && one.startsAt().isAfter(NOW.minus(DAY.multipliedBy(15)))))
                .count();

        assertThat(people).isGreaterThanOrEqualTo(5);
    }

    @Test
    void missedSessionsAreCancelledOnes() {
        assertThat(bookings.stream().filter(Booking::noShow))
                .hasSizeGreaterThan(3)
                .allMatch(Booking::canceled);
    }

    @Test
    void nobodyIsBookedOverAnotherExceptInGroupsAndByTheRepeatedRequest() {
        long clashes = bookings.stream()
                .filter(one -> !one.canceled() && one.classId() == null)
                .collect(groupingBy(one -> one.calendarId() + "@" + one.startsAt()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .count();

        assertThat(clashes).isEqualTo(1);
    }

    @Test
    void peopleHaveTheOdditiesOfRealLists() {
        List<Client> people = MadeUpPeople.all();

        assertThat(people).filteredOn(one -> one.phone().isEmpty()).hasSize(3);
        assertThat(people).filteredOn(one -> one.name().contains("'")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(people).filteredOn(one -> one.name().contains("🌻")).hasSize(1);
        assertThat(people)
                .filteredOn(one -> Character.getDirectionality(one.firstName().charAt(0))
                        != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .hasSize(2);
        assertThat(people)
                .filteredOn(one -> one.email().equals("thistledown.family@example.org"))
                .hasSize(2);
        assertThat(people).allMatch(one -> one.email().matches("[a-z0-9.]+@example\\.(org|net)"));
        assertThat(people).allMatch(one -> one.phone().matches("|20255501[0-9]{2}"));
    }

    @Test
    void someonesPhoneIsWrittenInTwoWays() {
        assertThat(byPerson.values())
                .anyMatch(history -> history.stream()
                                .map(one -> one.client().phone())
                                .distinct()
                                .count()
                        == 2);
    }

    private Stream<List<Booking>> withoutFuture() {
        return byPerson.values().stream().filter(history -> history.stream().noneMatch(one -> one.isUpcoming(NOW)));
    }

    private long peopleWithoutFuture(Predicate<Booking> wanted) {
        return withoutFuture().filter(history -> any(history, wanted)).count();
    }

    private static boolean any(Collection<Booking> history, Predicate<Booking> wanted) {
        return history.stream().anyMatch(wanted);
    }
}
