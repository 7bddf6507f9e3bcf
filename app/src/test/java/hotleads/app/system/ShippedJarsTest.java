package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.programs.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies in the jars as they are built, whatever the build's rules say. */
@Tag("system")
class ShippedJarsTest {
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Installation installation = new Installation(
            Path.of(System.getProperty("hotleads.home", "..")).toAbsolutePath().normalize());

    @Test
    void onlyThoseThatStoreCarryADriver() throws IOException {
        Map<String, List<String>> carried = new TreeMap<>();
        for (Path jar : installation.jars()) {
            carried.put(jar.getFileName().toString(), reachingADatabase(jar));
        }

        assertThat(carried).hasSize(7).allSatisfy((jar, found) -> {
            switch (jar) {
                case "auth.jar", "core.jar", "app.jar" ->
                    assertThat(found).as(jar).anyMatch(library -> library.startsWith("postgresql-"));
                default -> assertThat(found).as(jar).isEmpty();
            }
        });
    }

    /** Its libraries that are a JDBC driver, a pool of connections, or Spring's way to them. */
    private static List<String> reachingADatabase(Path path) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(entry -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory())
                    .toList()) {
                try (JarInputStream library = new JarInputStream(jar.getInputStream(entry))) {
                    if (reachesADatabase(library)) {
                        found.add(entry.getName().substring(LIBRARIES.length()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean reachesADatabase(JarInputStream library) throws IOException {
        for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
            String name = entry.getName();
            if (name.equals("META-INF/services/java.sql.Driver")
                    || name.startsWith("org/springframework/jdbc/")
                    || name.startsWith("com/zaxxer/hikari/")) {
                return true;
            }
        }
        return false;
    }
}
