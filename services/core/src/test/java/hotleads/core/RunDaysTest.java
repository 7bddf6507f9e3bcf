package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Runs belong to days of the practice, as everything else on the page that shows them. */
class RunDaysTest {
    @Test
    void lieOnTheDayThatThePracticesClockShowed() {
        try (SomeCore core = new SomeCore()) {
            PracticeTime clock = PracticeTime.of(core);
            clock.advance(Duration.ofDays(40));
            core.start();
            core.awaitOnTime();

            String day = core.json(core.get("/api/connections", core.tony()))
                    .path("items")
                    .path(0)
                    .path("days")
                    .path(0)
                    .path("day")
                    .asString();

            assertThat(LocalDate.parse(day))
                    .isBetween(
                            LocalDate.ofInstant(clock.now(), ZoneId.of("America/New_York"))
                                    .minusDays(1),
                            LocalDate.ofInstant(clock.now(), ZoneId.of("America/New_York")));
        }
    }
}
