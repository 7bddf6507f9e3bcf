package hotleads.app.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    private static final long MONDAY = 1_763_900_000_000L;
    private static final long TUESDAY = MONDAY + 86_400_000L;

    @TempDir
    Path folder;

    @Test
    void theSameBuildOnAnotherDayIsTheSame() throws IOException {
        assertThat(of("a", MONDAY)).isEqualTo(of("a", TUESDAY));
    }

    @Test
    void anyOtherContentIsAnother() throws IOException {
        assertThat(of("a", MONDAY)).isNotEqualTo(of("b", MONDAY));
    }

    @Test
    void whateverElseCountsMakesAnother() throws IOException {
        Path jar = jar("a", MONDAY);

        assertThat(Fingerprint.of(List.of(jar), List.of("x"))).isNotEqualTo(Fingerprint.of(List.of(jar), List.of("y")));
    }

    private String of(String content, long at) throws IOException {
        return Fingerprint.of(List.of(jar(content, at)), List.of());
    }

    private Path jar(String content, long at) throws IOException {
        Path jar = folder.resolve("one.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("One.class");
            entry.setTime(at);
            out.putNextEntry(entry);
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
