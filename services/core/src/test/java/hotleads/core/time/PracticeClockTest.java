package hotleads.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeClockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void isRealTimeWhereNobodySetsIt() {
        assertThat(new PracticeClock(real(), null).instant()).isEqualTo(NOW);
        assertThat(new PracticeClock(real(), folder.resolve("absent")).instant())
                .isEqualTo(NOW);
    }

    @Test
    void followsEachStepInTheVeryNextMoment() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "P1D");
        var clock = new PracticeClock(real(), file);
        assertThat(clock.instant()).isEqualTo("2026-11-24T14:00:00Z");

        replace(file, "P2D");

        assertThat(clock.instant()).isEqualTo("2026-11-25T14:00:00Z");
        assertThat(clock.at(NOW.minusSeconds(60))).isEqualTo("2026-11-25T13:59:00Z");
    }

    @Test
    void tellsTwoStepsOfOneMomentApart() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "P1D");
        FileTime moment = Files.getLastModifiedTime(file);
        var clock = new PracticeClock(real(), file);
        assertThat(clock.instant()).isEqualTo("2026-11-24T14:00:00Z");

        replace(file, "P3D");
        Files.setLastModifiedTime(file, moment);

        assertThat(clock.instant()).isEqualTo("2026-11-26T14:00:00Z");
    }

    @Test
    void keepsTheLastDistanceWhenTheFileCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "PT1H");
        var clock = new PracticeClock(real(), file);
        assertThat(clock.instant()).isEqualTo("2026-11-23T15:00:00Z");

        replace(file, "P");

        assertThat(clock.instant()).isEqualTo("2026-11-23T15:00:00Z");
    }

    private void replace(Path file, String content) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Clock real() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
