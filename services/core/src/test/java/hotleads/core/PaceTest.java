package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Acuity refuses the eleventh read of a second. */
class PaceTest {
    private static final Duration A_TENTH = Duration.ofMillis(100);

    @Test
    void theFirstReadOfTheWholeCalendarTakesItsTurns() {
        try (SomeCore core = new SomeCore()) {
            core.settings.remove(SomeCore.TURN);
            Instant began = Clock.systemUTC().instant();

            core.start();
            core.awaitOnTime();

            Duration lasted = Duration.between(began, Clock.systemUTC().instant());
            int windows = core.jdbc()
                    .sql("SELECT count(*) FROM window_read")
                    .query(Integer.class)
                    .single();
            assertThat(windows).isGreaterThan(30);
            assertThat(lasted).isGreaterThan(A_TENTH.multipliedBy(windows - 1L));
        }
    }
}
