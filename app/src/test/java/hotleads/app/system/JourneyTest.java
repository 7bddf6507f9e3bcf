package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, by the scripts that lie beside them. */
@Tag("system")
class JourneyTest {
    private static final int MOST_MINUTES = 3;

    @TempDir
    Path folder;

    @Test
    void someoneSignsInSeesACancellationArriveAndSignsOut() throws IOException, InterruptedException {
        run("e2e/journey.mjs", RunningDemo.shared());
    }

    @Test
    void someoneUsesAPasskeyWhichIsRefusedWhenItIsNotTheirs() throws IOException, InterruptedException {
        run("e2e/passkeys.mjs", RunningDemo.shared());
    }

    @Test
    void aClientChecksInAndTheirPractitionerAnswersWhileTheListStays() throws IOException, InterruptedException {
        // Of its own, because each of its three people signs in for the first time.
        try (RunningDemo demo = RunningDemo.another(folder.resolve("demo"))) {
            run("e2e/portal.mjs", demo);
        }
        assertThat(writtenWith("care.opened"))
                .as("the scanner sees what is there")
                .isNotEmpty();
        assertThat(writtenWith("A long night")).isEmpty();
    }

    /** Among all that was written meanwhile: logs, mails, what the providers were sent, and the database itself. */
    private List<Path> writtenWith(String words) throws IOException {
        byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder.resolve("demo"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, wanted))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            // One character for each byte, whatever the file is.
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void run(String name, RunningDemo demo) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process journey = script(name, said, demo).start();

        boolean ended = journey.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        // A browser that hangs must not outlive the test.
        journey.descendants().forEach(ProcessHandle::destroyForcibly);
        journey.destroyForcibly();

        System.out.println(Files.readString(said));
        assertThat(ended).isTrue();
        assertThat(journey.exitValue()).as(Files.readString(said)).isZero();
    }

    private static ProcessBuilder script(String name, Path said, RunningDemo demo) {
        ProcessBuilder script = new ProcessBuilder("node", name)
                .directory(demo.frontend().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        script.environment()
                .putAll(Map.of(
                        "DEMO", demo.address().toString(),
                        "SIMULATORS", demo.simulators().toString(),
                        "CERTIFICATE", demo.certificate().toString(),
                        "PASSWORD", demo.password()));
        return script;
    }
}
