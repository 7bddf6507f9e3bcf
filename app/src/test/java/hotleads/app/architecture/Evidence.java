package hotleads.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a page that says what shows what, and whether all that it names in code letters is there: a class, a
 * method of it, or a file.
 */
final class Evidence {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern JAVA_NAME = Pattern.compile("[A-Z]\\w*(\\.\\w+)?");
    private static final List<String> PLACES = List.of("app", "deploy", "libraries", "services", "simulators");

    private final Path root;
    private final Map<String, List<Path>> sources = new HashMap<>();

    Evidence(Path root) {
        this.root = root;
        PLACES.stream().map(root::resolve).filter(Files::isDirectory).forEach(this::remember);
    }

    static Evidence ofThisRepository() {
        return new Evidence(Path.of(System.getProperty("hotleads.home", "..")));
    }

    private void remember(Path place) {
        try {
            Files.walkFileTree(place, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes known) {
                    // What a build writes comes and goes meanwhile.
                    return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java")) {
                        sources.computeIfAbsent(name.replace(".java", ""), first -> new ArrayList<>())
                                .add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The cells of each row of each table of a page, its heads left out. */
    List<List<String>> rows(String page) {
        List<List<String>> rows = new ArrayList<>();
        boolean inBody = false;
        for (String line : read(root.resolve(page)).lines().toList()) {
            if (!line.startsWith("|")) {
                inBody = false;
            } else if (line.startsWith("| ---")) {
                inBody = true;
            } else if (inBody) {
                rows.add(Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }

    /** What is named in code letters. */
    static List<String> namedIn(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Whether a class, a method or a file of that name is there. */
    boolean isThere(String name) {
        return JAVA_NAME.matcher(name).matches() ? isClassOrMethod(name) : Files.exists(root.resolve(name));
    }

    private boolean isClassOrMethod(String name) {
        String[] parts = name.split("\\.");
        List<Path> files = sources.getOrDefault(parts[0], List.of());
        return parts.length == 1
                ? !files.isEmpty()
                : files.stream()
                        .anyMatch(file -> Pattern.compile("\\b" + parts[1] + "\\s*\\(")
                                .matcher(read(file))
                                .find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
