package hotleads.app.system.disk;

import hotleads.app.RunningDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where anything of somebody is still to be found, each as what it is and where it lies. */
public final class Traces {
    /** What was done to which record, and which deliveries came: numbers, which tell of nobody any more. */
    private static final Set<String> NUMBERS_ONLY = Set.of(
            "auth.audit_entry",
            "core.audit_entry",
            "core.erasure",
            "core.inbox_delivery",
            "core.look",
            "core.look_again",
            "core.replay_item",
            "core.sweep_difference");

    private static final Pattern NO_ID = Pattern.compile("[^0-9a-f-]+");

    private Traces() {}

    /** In any value of the database that can be read, or opened with the key files. */
    public static Set<String> inDatabase(RunningDemo demo, Somebody who) throws SQLException {
        Search search = new Search(who.planted());
        Set<String> found = new TreeSet<>();
        Opened.read(demo, (column, value) -> {
            search.in(value, pattern -> found.add(pattern.planted().field() + " in " + column));
            if (!NUMBERS_ONLY.contains(column.substring(0, column.lastIndexOf('.')))) {
                NO_ID.splitAsStream(new String(value, StandardCharsets.ISO_8859_1))
                        .filter(who.ids()::containsKey)
                        .forEach(id -> found.add(who.ids().get(id) + " in " + column));
            }
        });
        return found;
    }

    /** In any byte of these folders' files. */
    public static Set<String> inFiles(List<Path> folders, Somebody who) {
        Search search = new Search(who.planted());
        Set<String> found = new TreeSet<>();
        folders.forEach(folder -> files(folder)
                .forEach(file -> search.in(
                        bytes(file),
                        pattern -> found.add(pattern.planted().field() + " in " + folder.relativize(file)))));
        return found;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
