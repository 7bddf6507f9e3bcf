package hotleads.core.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an answer is due. */
class WorkingDayTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // A Tuesday afternoon, a Friday afternoon, a weekend, a night, before opening, and at closing.
        "2026-11-24T15:00, 2026-11-25T15:00",
        "2026-11-27T15:00, 2026-11-30T15:00",
        "2026-11-28T12:00, 2026-12-01T09:00",
        "2026-11-24T23:30, 2026-11-26T09:00",
        "2026-11-24T06:00, 2026-11-25T09:00",
        "2026-11-27T18:00, 2026-12-01T09:00",
        // Over both clock changes it is the same time of day.
        "2026-10-30T15:00, 2026-11-02T15:00",
        "2027-03-12T15:00, 2027-03-15T15:00"
    })
    void isOneWorkingDayLaterWhereThePracticeIs(LocalDateTime opened, LocalDateTime due) {
        assertThat(new WorkingDay(ZONE).after(opened.atZone(ZONE).toInstant()))
                .isEqualTo(due.atZone(ZONE).toInstant());
    }
}
