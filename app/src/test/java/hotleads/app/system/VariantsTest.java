package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Role;
import hotleads.app.variants.Variant;
import hotleads.app.variants.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What takes sealing or the audit trail out of a program is known to tests and lies in nothing that is shipped. */
@Tag("system")
class VariantsTest {
    private static final String SEALING = "hotleads/vault/SealingKey.class";
    private static final String AUDIT = "hotleads/audit/AuditLog.class";
    private static final String INBOX = "hotleads/core/inbox/Inbox.class";

    private final Installation built = RunningDemo.built();

    @Test
    void noShippedJarHoldsAnythingOfThem() throws IOException {
        for (Path jar : built.jars()) {
            Map<String, byte[]> classes = classesIn(jar);

            assertThat(classes.keySet()).as(jar.toString()).noneMatch(name -> name.contains("/variants/"));
            assertAsCompiled(classes, SEALING, "libraries/vault");
            assertAsCompiled(classes, AUDIT, "libraries/audit");
            assertAsCompiled(classes, INBOX, "services/core");
        }
    }

    @Test
    void eachChangesNothingButItsOwnPlaces() throws IOException {
        Map<String, byte[]> before = classesIn(built.jar(Role.CORE));

        Map<String, byte[]> after =
                classesIn(Variants.of(built, EnumSet.allOf(Variant.class)).jar(Role.CORE));

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(name -> !Arrays.equals(before.get(name), after.get(name))))
                .containsExactlyInAnyOrder(SEALING, AUDIT, INBOX);
    }

    @Test
    void theProgramsThatAreNotChangedAreTheBuiltOnes() throws IOException {
        Installation made = Variants.of(built, Set.of(Variant.AUDIT_OFF));

        assertThat(Files.isSameFile(made.jar(Role.AUTH), built.jar(Role.AUTH))).isTrue();
        assertThat(Files.isSameFile(made.jar(Role.CORE), built.jar(Role.CORE))).isFalse();
    }

    private void assertAsCompiled(Map<String, byte[]> classes, String name, String module) throws IOException {
        if (classes.containsKey(name)) {
            byte[] compiled = Files.readAllBytes(
                    built.root().resolve(module).resolve("target/classes").resolve(name));
            assertThat(Arrays.equals(classes.get(name), compiled)).as(name).isTrue();
        }
    }

    /** As the program finds them: its own first, then those of its libraries. */
    private static Map<String, byte[]> classesIn(Path jar) throws IOException {
        Map<String, byte[]> own = new HashMap<>();
        Map<String, byte[]> ofLibraries = new HashMap<>();
        try (JarInputStream entries = new JarInputStream(Files.newInputStream(jar))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                String name = entry.getName();
                if (name.endsWith(".class")) {
                    own.put(name.replace("BOOT-INF/classes/", ""), entries.readAllBytes());
                } else if (name.endsWith(".jar") && isOurs(name)) {
                    addClasses(new JarInputStream(entries), ofLibraries);
                }
            }
        }
        ofLibraries.putAll(own);
        return ofLibraries;
    }

    private static boolean isOurs(String library) {
        return library.matches(".*/(contracts|platform|vault|audit)[^/]*\\.jar");
    }

    private static void addClasses(JarInputStream library, Map<String, byte[]> classes) throws IOException {
        for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
            if (entry.getName().endsWith(".class")) {
                classes.putIfAbsent(entry.getName(), library.readAllBytes());
            }
        }
    }
}
