package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, by the scripts that lie beside them. */
@Tag("system")
class JourneyTest {
    private static final int MOST_MINUTES = 3;

    private final RunningDemo demo = RunningDemo.shared();

    @TempDir
    Path folder;

    @Test
    void someoneSignsInSeesACancellationArriveAndSignsOut() throws IOException, InterruptedException {
        run("e2e/journey.mjs");
    }

    @Test
    void someoneUsesAPasskeyWhichIsRefusedWhenItIsNotTheirs() throws IOException, InterruptedException {
        run("e2e/passkeys.mjs");
    }

    private void run(String name) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process journey = script(name, said).start();

        boolean ended = journey.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        // A browser that hangs must not outlive the test.
        journey.descendants().forEach(ProcessHandle::destroyForcibly);
        journey.destroyForcibly();

        System.out.println(Files.readString(said));
        assertThat(ended).isTrue();
        assertThat(journey.exitValue()).as(Files.readString(said)).isZero();
    }

    private ProcessBuilder script(String name, Path said) {
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
