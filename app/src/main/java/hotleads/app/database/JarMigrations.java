package hotleads.app.database;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service's migrations, taken out of its jar so that the service itself needs no right to change its tables. */
final class JarMigrations {
    private static final String INSIDE = "BOOT-INF/classes/db/migration/";

    private JarMigrations() {}

    /** Copies them into the folder, which must be empty. */
    static void extract(Path jar, Schema schema, Path folder) {
        String prefix = INSIDE + schema.word() + "/";
        try (JarFile opened = new JarFile(jar.toFile());
                Stream<JarEntry> entries = opened.stream()) {
            for (JarEntry entry : entries.filter(
                            candidate -> candidate.getName().startsWith(prefix) && !candidate.isDirectory())
                    .toList()) {
                copy(opened, entry, folder.resolve(entry.getName().substring(prefix.length())));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the migrations in " + jar, failed);
        }
        refuseWithout(jar, folder);
    }

    /** What stands between {@code V} and the two underscores of each. */
    static Set<String> versions(Path jar, Schema schema) {
        Pattern name = Pattern.compile(Pattern.quote(INSIDE + schema.word()) + "/V(.+?)__.*");
        try (JarFile opened = new JarFile(jar.toFile());
                Stream<JarEntry> entries = opened.stream()) {
            return entries.map(entry -> name.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the migrations in " + jar, failed);
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
        }
    }

    private static void refuseWithout(Path jar, Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            if (found.findAny().isEmpty()) {
                throw new Refusal(jar + " holds no migrations, so it is not a whole build. Delete it and start again.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
