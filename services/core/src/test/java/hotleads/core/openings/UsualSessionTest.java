package hotleads.core.openings;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person's bookings say of the session they usually have. */
class UsualSessionTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final UUID ANYBODY = new UUID(0, 1);

    @Test
    void isTheHourMostOfTheLastHad() {
        UsualSession usual = UsualSession.of(
                        List.of(
                                kept("2026-11-03T15:30", 7, 8),
                                kept("2026-11-10T15:30", 7, 8),
                                kept("2026-11-18T09:00", 7, 8)),
                        ZONE)
                .orElseThrow();

        assertThat(usual.at().day()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(usual.at().time()).isEqualTo(LocalTime.of(15, 30));
        assertThat(usual.habit()).isTrue();
    }

    @Test
    void isTheSameHourOnTheWallBeforeAndAfterAClockChange() {
        UsualSession usual = UsualSession.of(
                        List.of(kept("2026-10-27T15:30", 7, 8), kept("2026-11-03T15:30", 7, 8)), ZONE)
                .orElseThrow();

        assertThat(usual.habit()).isTrue();
    }

    @Test
    void isNotCalledUsualWhenItHappenedOnce() {
        UsualSession usual =
                UsualSession.of(List.of(kept("2026-11-03T15:30", 7, 8)), ZONE).orElseThrow();

        assertThat(usual.habit()).isFalse();
    }

    @Test
    void isWithWhomMostOfTheLastWereAndOfEquallyManyTheNewest() {
        assertThat(UsualSession.of(List.of(kept("2026-11-03T15:30", 7, 8), kept("2026-11-10T15:30", 9, 8)), ZONE)
                        .orElseThrow()
                        .last()
                        .calendarId())
                .isEqualTo(9);
        assertThat(UsualSession.of(
                                List.of(
                                        kept("2026-11-03T15:30", 7, 8),
                                        kept("2026-11-04T15:30", 7, 8),
                                        kept("2026-11-10T15:30", 9, 8)),
                                ZONE)
                        .orElseThrow()
                        .last()
                        .calendarId())
                .isEqualTo(7);
    }

    @Test
    void isToldByCancelledBookingsOnlyWhenNoneWasKept() {
        Booking cancelled = booking("2026-11-17T10:00", 9, 8, BookingState.CANCELLED);

        assertThat(UsualSession.of(List.of(kept("2026-11-03T15:30", 7, 8), cancelled), ZONE)
                        .orElseThrow()
                        .last()
                        .calendarId())
                .isEqualTo(7);
        assertThat(UsualSession.of(List.of(cancelled), ZONE)
                        .orElseThrow()
                        .last()
                        .calendarId())
                .isEqualTo(9);
        assertThat(UsualSession.of(List.of(), ZONE)).isEmpty();
    }

    private static Booking kept(String wall, long calendar, long type) {
        return booking(wall, calendar, type, BookingState.BOOKED);
    }

    private static Booking booking(String wall, long calendar, long type, BookingState state) {
        Instant start = LocalDateTime.parse(wall).atZone(ZONE).toInstant();
        return new Booking(
                1, ANYBODY, ANYBODY, ANYBODY, 1, start, state, start, 50, calendar, type, null, null, null, false);
    }
}
