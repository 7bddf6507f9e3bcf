package hotleads.simulators.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void isRealTimeWithoutAFile() {
        assertThat(clock(folder.resolve("absent")).instant()).isEqualTo(NOW);
    }

    @Test
    void runsAheadByWhatTheFileSaysAndFollowsItsChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "P1DT2H\n");
        var clock = clock(file);
        assertThat(clock.instant()).isEqualTo("2026-11-24T16:00:00Z");

        Files.writeString(file, "-PT1H");

        assertThat(clock.instant()).isEqualTo("2026-11-23T13:00:00Z");
    }

    @Test
    void keepsTheLastGoodValueWhileTheFileIsHalfWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "PT1H");
        var clock = clock(file);
        assertThat(clock.instant()).isEqualTo("2026-11-23T15:00:00Z");

        Files.writeString(file, "P");
        Files.setLastModifiedTime(file, FileTime.from(NOW));

        assertThat(clock.instant()).isEqualTo("2026-11-23T15:00:00Z");
    }

    @Test
    void aStepMovesEveryoneWhoReadsTheFile() {
        Path file = folder.resolve("clock");
        var mover = new PracticeClock(Clock.fixed(NOW, ZoneOffset.UTC), file);

        mover.step(Duration.ofDays(1));
        mover.step(Duration.ofMinutes(90));

        assertThat(mover.instant()).isEqualTo("2026-11-24T15:30:00Z");
        assertThat(clock(file).instant()).isEqualTo("2026-11-24T15:30:00Z");
    }

    @Test
    void aStepGoesOnFromWhereTheStartWasSet() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "-P10D");
        var mover = new PracticeClock(Clock.fixed(NOW, ZoneOffset.UTC), file);

        mover.step(Duration.ofDays(1));

        assertThat(clock(file).instant()).isEqualTo(NOW.minus(Duration.ofDays(9)));
    }

    @Test
    void canBeSteppedWithoutAFileToo() {
        var clock = new PracticeClock(Clock.fixed(NOW, ZoneOffset.UTC), null);

        clock.step(Duration.ofHours(2));

        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    private static Clock clock(Path file) {
        return new PracticeClock(Clock.fixed(NOW, ZoneOffset.UTC), file);
    }
}
