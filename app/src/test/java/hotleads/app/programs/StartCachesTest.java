package hotleads.app.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.standin.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCachesTest {
    @TempDir
    Path temporary;

    private StartCaches caches = in(Path.of(""));
    private Path jar = Path.of("");

    @BeforeEach
    void build() {
        caches = in(temporary.resolve("starts"));
        jar = temporary.resolve("sync.jar");
        StandIns.writeJar(jar, Map.of());
    }

    @Test
    void withoutACacheAProgramStartsAsBuilt() {
        assertThat(caches.executable(Role.SYNC, jar)).isEqualTo(Executable.asBuilt(jar));
    }

    @Test
    void aWholeCacheIsStartedFrom() throws IOException {
        Path classes = aCache();

        Executable executable = caches.executable(Role.SYNC, jar);

        assertThat(executable.classes()).contains(classes);
        assertThat(Jvm.SMALL.command(Role.SYNC, executable, List.of("--x")))
                .contains("-XX:AOTCache=" + classes)
                .endsWith("-jar", classes.resolveSibling("sync.jar").toString(), "--x");
    }

    @Test
    void aHalfMadeOneIsNot() throws IOException {
        Files.delete(aCache());

        assertThat(caches.executable(Role.SYNC, jar)).isEqualTo(Executable.asBuilt(jar));
    }

    @Test
    void anotherBuildIsNotStartedFromTheCacheOfThisOne() throws IOException {
        aCache();
        StandIns.writeJar(jar, Map.of("more", "than before"));

        assertThat(caches.executable(Role.SYNC, jar)).isEqualTo(Executable.asBuilt(jar));
    }

    @Test
    void whatCannotBeMadeLeavesAProgramThatStartsAsBuilt() throws IOException {
        Files.writeString(jar.resolveSibling("broken.jar"), "no jar");
        Path broken = jar.resolveSibling("broken.jar");

        assertThatThrownBy(() -> caches.makeIfMissing(Role.SYNC, broken, Map.of()))
                .isInstanceOf(IOException.class);

        assertThat(caches.executable(Role.SYNC, broken)).isEqualTo(Executable.asBuilt(broken));
    }

    private Path aCache() throws IOException {
        Path place = Files.createDirectories(temporary
                .resolve("starts")
                .resolve("sync-" + Fingerprint.of(List.of(jar), List.of(Jvm.SMALL.name(), Jvm.version()))));
        return Files.writeString(place.resolve("sync.aot"), "classes");
    }

    private static StartCaches in(Path folder) {
        return new StartCaches(folder, Jvm.SMALL, InstantSource.system());
    }
}
