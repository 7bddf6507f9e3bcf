package hotleads.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.hours.DaysAway.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingPlanTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Hours NINE_TO_FIVE = new Hours(2, 9 * 60, 17 * 60);

    @Test
    void whatNobodyToldUsAllowsEverything() {
        assertThat(new WorkingPlan(List.of(), DaysAway.NONE, 0).allows(at(3, 0), at(4, 0), ZONE))
                .isTrue();
    }

    @Test
    void allOfASessionHasToLieInWorkingTime() {
        WorkingPlan plan = new WorkingPlan(List.of(NINE_TO_FIVE), DaysAway.NONE, 0);

        assertThat(plan.allows(at(9, 0), at(10, 0), ZONE)).isTrue();
        assertThat(plan.allows(at(16, 0), at(17, 0), ZONE)).isTrue();
        assertThat(plan.allows(at(8, 59), at(10, 0), ZONE)).isFalse();
        assertThat(plan.allows(at(16, 10), at(17, 1), ZONE)).isFalse();
        assertThat(plan.allows(at(33, 0), at(34, 0), ZONE)).isFalse();
    }

    @Test
    void whoIsAwayDoesNotWorkWithOrWithoutKnownHours() {
        DaysAway days = new DaysAway(List.of(new Days(TUESDAY.minusDays(1), TUESDAY)), List.of());

        assertThat(new WorkingPlan(List.of(), days, 0).allows(at(9, 0), at(10, 0), ZONE))
                .isFalse();
        assertThat(new WorkingPlan(List.of(NINE_TO_FIVE), days, 0).stretches(TUESDAY, TUESDAY.plusDays(8), ZONE))
                .hasSize(1);
        assertThat(new WorkingPlan(List.of(), days, 0).daysAway(TUESDAY, TUESDAY.plusDays(7)))
                .containsExactly(TUESDAY);
    }

    @Test
    void aCalendarIsNobodysOnDaysOnWhichNoneOfItsPractitionersIsThere() {
        List<Days> week = List.of(new Days(TUESDAY, TUESDAY.plusDays(6)));
        List<Days> wednesday = List.of(new Days(TUESDAY.plusDays(1), TUESDAY.plusDays(1)));

        DaysAway both = new DaysAway(List.of(), List.of(week, wednesday));

        assertThat(both.hold(TUESDAY)).isFalse();
        assertThat(both.hold(TUESDAY.plusDays(1))).isTrue();
        assertThat(both.hold(TUESDAY.plusDays(2))).isFalse();
        assertThat(new DaysAway(wednesday, List.of(List.of())).hold(TUESDAY.plusDays(1)))
                .as("its own day")
                .isTrue();
        assertThat(new DaysAway(List.of(), List.of()).hold(TUESDAY))
                .as("a calendar that is nobody's")
                .isFalse();
    }

    @Test
    void whoCameBackBeforeTheyLeftWasNeverAway() {
        assertThat(new DaysAway(List.of(new Days(TUESDAY, TUESDAY.minusDays(1))), List.of()).hold(TUESDAY))
                .isFalse();
    }

    private static Instant at(int hour, int minute) {
        return TUESDAY.atStartOfDay()
                .plusHours(hour)
                .plusMinutes(minute)
                .atZone(ZONE)
                .toInstant();
    }

    static Stream<ZoneId> zones() {
        return Stream.of(
                        ("America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage America/Halifax "
                                        + "America/St_Johns America/Sao_Paulo America/Santiago America/Asuncion America/Havana America/Mexico_City "
                                        + "America/Phoenix America/Bogota America/Caracas Atlantic/Azores Europe/London Europe/Dublin Europe/Berlin "
                                        + "Europe/Paris Europe/Athens Europe/Moscow Europe/Istanbul Africa/Cairo Africa/Casablanca Africa/Lagos "
                                        + "Asia/Beirut Asia/Gaza Asia/Tehran Asia/Kolkata Asia/Kathmandu Asia/Tokyo Asia/Singapore Australia/Sydney "
                                        + "Australia/Lord_Howe Australia/Perth Pacific/Auckland Pacific/Chatham Pacific/Honolulu Pacific/Apia")
                                .split(" ", -1))
                .map(ZoneId::of);
    }

    /** Hours keep to the wall in 40 zones over ten years: what a clock there shows is what was asked for. */
    @ParameterizedTest
    @MethodSource("zones")
    void hoursKeepToTheWallOverEveryClockChange(ZoneId zone) {
        List<Hours> daily = IntStream.rangeClosed(1, 7)
                .mapToObj(weekday -> new Hours(weekday, 9 * 60, 17 * 60 + 30))
                .toList();
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate until = LocalDate.of(2030, 1, 1);

        List<Stretch> stretches = new WorkingPlan(daily, DaysAway.NONE, 0).stretches(first, until, zone);

        LocalDate day = first;
        for (Stretch stretch : stretches) {
            // Apia skipped a whole day once, long before; every day here is there.
            assertThat(LocalDateTime.ofInstant(stretch.from(), zone)).isEqualTo(day.atTime(9, 0));
            assertThat(LocalDateTime.ofInstant(stretch.until(), zone)).isEqualTo(day.atTime(17, 30));
            day = day.plusDays(1);
        }
        assertThat(day).isEqualTo(until);
    }

    /** A whole day is as long as that day is, 23 and 25 hours among them. */
    @ParameterizedTest
    @MethodSource("zones")
    void wholeDaysMeetWithoutGapOrOverlap(ZoneId zone) {
        List<Hours> whole = IntStream.rangeClosed(1, 7)
                .mapToObj(weekday -> new Hours(weekday, 0, 1440))
                .toList();

        @Nullable Instant before = null;
        for (Stretch stretch : new WorkingPlan(whole, DaysAway.NONE, 0)
                .stretches(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), zone)) {
            assertThat(before == null || before.equals(stretch.from())).isTrue();
            before = stretch.until();
        }
    }
}
