package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcuityTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T15:30:00-0500, 2026-11-24T20:30:00Z",
        "2026-11-24T15:30:00-05:00, 2026-11-24T20:30:00Z",
        "2026-11-24T20:30:00Z, 2026-11-24T20:30:00Z",
        "2026-11-24T20:30:00+0000, 2026-11-24T20:30:00Z",
        "2026-11-24T15:30:00.250-05:00, 2026-11-24T20:30:00.250Z",
        "2026-11-25T02:15:00+0545, 2026-11-24T20:30:00Z",
    })
    void isReadInEveryShape(String text, Instant instant) {
        assertThat(AcuityTime.read(text)).isEqualTo(instant);
    }

    @Test
    void tellsTheTwoHalfPastOnesOfTheAutumnNightApart() {
        Instant first = AcuityTime.read("2026-11-01T01:30:00-0400");
        Instant second = AcuityTime.read("2026-11-01T01:30:00-0500");

        assertThat(Duration.between(first, second)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isRightThroughAWholeNightOfClockChange() {
        ZonedDateTime evening = ZonedDateTime.of(2026, 10, 31, 20, 0, 0, 0, ZoneId.of("America/New_York"));
        DateTimeFormatter acuity = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXX");

        assertThat(IntStream.range(0, 24 * 60).mapToObj(evening::plusMinutes))
                .allMatch(time -> time.toInstant().equals(AcuityTime.read(acuity.format(time))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T15:30:00",
                "2026-11-24",
                "3:30pm",
                "2026-02-30T15:30:00-0500",
                "2026-11-24T25:30:00-0500",
                "2026-11-24 15:30:00-0500",
                "tomorrow",
                "",
            })
    void isNothingWithoutAnOffsetOrADate(String text) {
        assertThat(AcuityTime.read(text)).isNull();
    }
}
