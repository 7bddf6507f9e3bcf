package hotleads.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A test class that takes any bytes, and throws whatever is wrong with how they were taken.
 *
 * @param module the folder of the module it tests
 * @param type its name
 */
record FuzzTarget(Path module, String type) {
    private static final String END = "FuzzTest.class";
    private static final int MODULES_DEEP = 4;

    /** The file that names what each module is compiled with, beside what was compiled. */
    static final String CLASS_PATH = "target/fuzz.classpath";

    /** All there are, so that none has to be named anywhere. */
    static List<FuzzTarget> all(Path root) {
        try (Stream<Path> files = Files.find(root, MODULES_DEEP, (file, kind) -> file.endsWith(CLASS_PATH))) {
            List<FuzzTarget> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.addAll(of(file.resolve("../..").normalize()));
            }
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<FuzzTarget> of(Path module) throws IOException {
        Path classes = module.resolve("target/test-classes");
        if (!Files.exists(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().endsWith(END))
                    .map(file -> classes.relativize(file).toString().replace(".class", ""))
                    .map(file -> new FuzzTarget(module, file.replace('/', '.')))
                    .sorted((one, other) -> one.type.compareTo(other.type))
                    .toList();
        }
    }

    /** Its compiled test, what it tests, and all that these need. */
    String classPath() throws IOException {
        return module.resolve("target/test-classes") + ":" + module.resolve("target/classes") + ":"
                + Files.readString(module.resolve(CLASS_PATH)).strip();
    }

    /** The inputs that are stored for it. */
    Path stored() {
        return module.resolve("src/test/resources").resolve(type.replace('.', '/'));
    }

    /** As people read it: {@code acuity delivery}. */
    String word() {
        String simple = type.substring(type.lastIndexOf('.') + 1).replace("FuzzTest", "");
        return simple.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
