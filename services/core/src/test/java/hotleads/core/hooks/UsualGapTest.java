package hotleads.core.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long silence is usual. */
class UsualGapTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final WorkingHours hours = new WorkingHours(ZONE);

    @Test
    void isTwoHoursUntilThereIsEnoughToSay() {
        assertThat(UsualGap.of(List.of(at("2026-11-23T09:00"), at("2026-11-23T17:00")), hours))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void isWhatNineteenOfTwentyStayBelow() {
        List<Instant> deliveries = IntStream.rangeClosed(0, 40)
                .mapToObj(number -> at("2026-11-23T09:00")
                        .plus(Duration.ofDays(number / 10))
                        .plus(Duration.ofMinutes(45L * (number % 10))))
                .toList();

        // Forty-five minutes by day; overnight only what is left of the working hours.
        assertThat(UsualGap.of(deliveries, hours)).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(135));
    }

    @Test
    void isHalfAnHourAtLeastAndNotMadeShorterByHooksThatComeInPairs() {
        List<Instant> pairs = IntStream.range(0, 60)
                .mapToObj(number -> at("2026-11-23T09:00")
                        .plus(Duration.ofMinutes(5L * (number / 2)))
                        .plusMillis(number % 2))
                .toList();

        assertThat(UsualGap.of(pairs, hours)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void countsNoNightsAndNoWeekends() {
        assertThat(hours.between(at("2026-11-20T17:00"), at("2026-11-23T10:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(hours.between(at("2026-11-21T08:00"), at("2026-11-22T20:00")))
                .isZero();
        assertThat(hours.between(at("2026-11-23T12:00"), at("2026-11-23T12:20")))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(hours.between(at("2026-11-23T12:00"), at("2026-11-22T12:00")))
                .isZero();
    }

    @Test
    void isMeasuredOnTheWallWhereAClockChanges() {
        // In New York the night to Sunday 1 November 2026 has an hour more, and no working hour has.
        assertThat(hours.between(at("2026-10-30T17:00"), at("2026-11-02T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}
