package hotleads.core.leads;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.time.PracticeClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last working morning before today, by the practice's wall. */
class PracticeDayTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // Tuesday, from its first minute to its last: Monday.
        "2030-11-26T05:00:00Z, 2030-11-25T14:00:00Z",
        "2030-11-27T04:59:00Z, 2030-11-25T14:00:00Z",
        // Saturday, Sunday and Monday: Friday.
        "2030-11-23T15:00:00Z, 2030-11-22T14:00:00Z",
        "2030-11-24T15:00:00Z, 2030-11-22T14:00:00Z",
        "2030-11-25T15:00:00Z, 2030-11-22T14:00:00Z",
        // The clocks went forward on the Sunday between: nine o'clock stays nine o'clock.
        "2030-03-11T12:00:00Z, 2030-03-08T14:00:00Z",
        "2030-03-12T12:00:00Z, 2030-03-11T13:00:00Z"
    })
    void isOfTheWorkingDayBefore(Instant now, Instant morning) {
        PracticeClock clock = new PracticeClock(Clock.fixed(now, NEW_YORK), null);

        assertThat(new PracticeDay(clock, NEW_YORK).today().lastMorning()).isEqualTo(morning);
    }
}
