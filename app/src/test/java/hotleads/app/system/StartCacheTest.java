package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.keys.ServiceKeys;
import hotleads.app.programs.Executable;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Role;
import hotleads.app.programs.StartCaches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK says nothing when it does not use a cache, so a cache of a real program is asked for. */
@Tag("system")
class StartCacheTest {
    private static final Path BUILT = new Installation(Path.of(System.getProperty("hotleads.home", ".."))
                    .toAbsolutePath()
                    .normalize())
            .jar(Role.WEBHOOKS);

    @TempDir
    Path temporary;

    @Test
    void aProgramIsRehearsedOnceAndItsClassesAreTakenFromThere() throws IOException, InterruptedException {
        StartCaches caches = new StartCaches(temporary.resolve("starts"), Jvm.SMALL, InstantSource.system());

        assertThat(caches.makeIfMissing(Role.WEBHOOKS, BUILT, settings())).isTrue();
        assertThat(caches.makeIfMissing(Role.WEBHOOKS, BUILT, settings())).isFalse();

        Executable executable = caches.executable(Role.WEBHOOKS, BUILT);
        assertThat(loaded(executable))
                .anyMatch(line -> line.contains("org.springframework.boot.SpringApplication ")
                        && line.endsWith("source: shared objects file"));
        try (Stream<Path> left = Files.list(temporary.resolve("starts"))) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".log"));
        }
    }

    private List<String> loaded(Executable executable) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Jvm.SMALL.command(Role.WEBHOOKS, executable, List.of()));
        command.addAll(1, List.of("-Xlog:class+load", "-Dspring.context.exit=onRefresh"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(settings());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    private Map<String, String> settings() {
        return Map.of(
                "HOTLEADS_SERVICE_KEY_FILE",
                ServiceKeys.in(temporary).fileOf("webhooks").toString(),
                "HOTLEADS_AUTH_URL",
                "http://127.0.0.1:9",
                "HOTLEADS_CORE_URL",
                "http://127.0.0.1:9",
                "HOTLEADS_ACUITY_API_KEY",
                "some-key");
    }
}
