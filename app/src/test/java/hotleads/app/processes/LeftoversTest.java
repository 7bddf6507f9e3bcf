package hotleads.app.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotleads.app.console.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final int START_TIME = 1;
    private static final int BIRTH = 2;

    private final Console console = new Console(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), InstantSource.system());

    @TempDir
    Path folder;

    private Leftovers leftovers;
    private Process left;

    @BeforeEach
    void somethingIsLeft() throws IOException {
        leftovers = new Leftovers(folder);
        left = new ProcessBuilder("sleep", "600").start();
        leftovers.remember("core", left.toHandle());
    }

    @AfterEach
    void end() {
        left.destroyForcibly();
    }

    @Test
    void isStopped() throws InterruptedException {
        leftovers.stop("core", console);

        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Then the system tells another start time of it than was written down. */
    @Test
    void isStoppedAlsoWhenTheClockWasSetSince() throws IOException, InterruptedException {
        assumeTrue(recorded().length > BIRTH, "Only Linux tells a start that no clock has a part in");
        record(START_TIME, String.valueOf(Long.parseLong(recorded()[START_TIME]) - 3_600_000));

        leftovers.stop("core", console);

        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherProcessOfTheSameIdIsLeftAlone() throws IOException {
        assumeTrue(recorded().length > BIRTH, "Only Linux tells a start that no clock has a part in");
        record(BIRTH, recorded()[BIRTH] + "0");

        leftovers.stop("core", console);

        assertThat(left.isAlive()).isTrue();
    }

    @Test
    void whatAnEarlierVersionWroteDownIsStoppedToo() throws IOException, InterruptedException {
        Files.writeString(file(), recorded()[0] + " " + recorded()[START_TIME]);

        leftovers.stop("core", console);

        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private String[] recorded() throws IOException {
        return Files.readString(file()).split(" ", -1);
    }

    private void record(int word, String now) throws IOException {
        String[] words = recorded();
        words[word] = now;
        Files.writeString(file(), String.join(" ", words));
    }

    private Path file() {
        return folder.resolve("core.process");
    }
}
