package hotleads.app;

import hotleads.app.console.Console;
import hotleads.app.processes.Await;
import hotleads.app.processes.Later;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** A launcher's surroundings that remember what was said. */
final class SomeSurroundings {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Surroundings with(Map<String, String> environment) {
        InstantSource clock = InstantSource.system();
        return new Surroundings(
                new Console(new PrintStream(said, true, StandardCharsets.UTF_8), clock),
                clock,
                new SecureRandom(),
                environment,
                cache(),
                Later.inTheBackground(),
                Await.realPause());
    }

    /** PostgreSQL is unpacked once for all tests. */
    static Path cache() {
        return Path.of("target", "cache").toAbsolutePath();
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
