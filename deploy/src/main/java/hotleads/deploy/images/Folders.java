package hotleads.deploy.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are filled here. */
final class Folders {
    private Folders() {}

    /** Empty, whatever an earlier run left. */
    static Path fresh(Path folder) throws IOException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path path : all(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
    }

    /** Everything in it, in an order that is the same everywhere. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    static Path only(Path folder, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No " + beginning + " in " + folder));
        }
    }
}
