package hotleads.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hour of the practice's wall, over clock changes. */
class DigestSettingTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // The day before the clocks go forward, that day, and the day after: eight o'clock stays eight o'clock.
        "2030-03-09, 480, 2030-03-09T13:00:00Z",
        "2030-03-10, 480, 2030-03-10T12:00:00Z",
        "2030-03-11, 480, 2030-03-11T12:00:00Z",
        // Half past two is left out that night: an hour later.
        "2030-03-10, 150, 2030-03-10T07:30:00Z",
        // Half past one comes twice: the first time.
        "2030-11-03, 90, 2030-11-03T05:30:00Z",
        "2030-11-03, 480, 2030-11-03T13:00:00Z"
    })
    void isKeptWhenTheClocksChange(LocalDate day, int atMinute, Instant due) {
        assertThat(new DigestSetting(true, atMinute).on(day, NEW_YORK)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void isOnceOnEachDayWhateverTheHour(String zone) {
        ZoneId there = ZoneId.of(zone);
        for (int atMinute = 0; atMinute < 1_440; atMinute += 30) {
            DigestSetting setting = new DigestSetting(true, atMinute);
            for (LocalDate day = LocalDate.of(2030, 1, 1); day.getYear() == 2030; day = day.plusDays(1)) {
                LocalTime shown = LocalTime.ofInstant(setting.on(day, there), there);

                assertThat(LocalDate.ofInstant(setting.on(day, there), there)).isEqualTo(day);
                assertThat(shown.toSecondOfDay() / 60 - atMinute).isBetween(0, 60);
            }
        }
    }

    @Test
    void isAMinuteOfADay() {
        assertThat(new DigestSetting(true, 1_439).makesSense()).isTrue();
        assertThat(new DigestSetting(true, 1_440).makesSense()).isFalse();
        assertThat(new DigestSetting(true, -1).makesSense()).isFalse();
    }
}
