package hotleads.gateway.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Everything the frontend's build made, read once at start.
 *
 * <p>A request only looks up a name among these: no path from outside ever reaches the file system.
 */
@Component
public class BuiltFiles {
    private static final List<String> PAGES = List.of("staff.html", "portal.html");

    private final Map<String, BuiltFile> files = new HashMap<>();
    private final Page staff;
    private final Page portal;

    BuiltFiles(@Value("${gateway.frontend-dir}") Path folder) {
        this.staff = Page.read(folder.resolve("staff.html"));
        this.portal = Page.read(folder.resolve("portal.html"));
        // Links are not followed, so nothing outside of the folder gets in.
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> isServed(folder.relativize(file)))
                    .forEach(file -> files.put("/" + folder.relativize(file), read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is missing in the folder and what to do about it, or empty when it can be served. */
    public static Optional<String> problem(Path folder) {
        return PAGES.stream().allMatch(page -> Files.isReadable(folder.resolve(page)))
                ? Optional.empty()
                : Optional.of("HOTLEADS_FRONTEND_DIR names " + folder
                        + ", which holds no staff.html and portal.html: build the frontend first");
    }

    @Nullable
    BuiltFile file(String path) {
        return files.get(path);
    }

    Page page(String path) {
        return path.equals("/portal") || path.startsWith("/portal/") ? portal : staff;
    }

    private static boolean isServed(Path relative) {
        String name = relative.getFileName().toString();
        boolean hidden = Stream.iterate(relative, part -> part != null, Path::getParent)
                .anyMatch(part -> part.getFileName().toString().startsWith("."));
        // Pages are served with a nonce only, never as the plain files they are.
        return !hidden && !name.endsWith(".html") && !name.endsWith(".gz") && !name.endsWith(".br");
    }

    private static BuiltFile read(Path file) {
        String name = file.getFileName().toString();
        try {
            return BuiltFile.of(name, Files.readAllBytes(file), beside(file, ".gz"), beside(file, ".br"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte @Nullable [] beside(Path file, String suffix) throws IOException {
        Path compressed = file.resolveSibling(file.getFileName() + suffix);
        return Files.isRegularFile(compressed) ? Files.readAllBytes(compressed) : null;
    }
}
