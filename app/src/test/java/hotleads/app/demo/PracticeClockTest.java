package hotleads.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeClockTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Optional<LocalDateTime> MONDAY_NINE = Optional.of(LocalDateTime.of(2026, 11, 23, 9, 0));

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("practice-clock");
    }

    @Test
    void startsWhereItIsAskedToInThePracticesZone() throws IOException {
        clockAt("2026-11-22T14:00:00Z").set(MONDAY_NINE, NEW_YORK);

        assertThat(file).hasContent("PT24H");
    }

    @Test
    void isRealTimeUnlessAsked() throws IOException {
        clockAt("2026-11-22T14:00:00Z").set(Optional.empty(), NEW_YORK);

        assertThat(file).hasContent("PT0S");
    }

    @Test
    void goesOnTickingOverStarts() throws IOException {
        clockAt("2026-11-22T14:00:00Z").set(MONDAY_NINE, NEW_YORK);
        clockAt("2026-11-25T08:00:00Z").set(Optional.empty(), NEW_YORK);

        assertThat(Files.readString(file)).isEqualTo("PT24H");
    }

    private PracticeClock clockAt(String now) {
        return new PracticeClock(file, InstantSource.fixed(Instant.parse(now)));
    }
}
