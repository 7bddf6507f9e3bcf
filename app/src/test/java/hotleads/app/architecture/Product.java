package hotleads.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compiled classes of every module the root pom names; a module that was not compiled is refused, not passed over.
 */
final class Product {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static @Nullable JavaClasses whole;

    private final Path root;

    Product(Path root) {
        this.root = root;
    }

    /** Read once for all tests; what is missing is told to each. */
    static synchronized JavaClasses whole() {
        if (whole == null) {
            whole = new Product(Path.of(System.getProperty("hotleads.home", ".."))).classes();
        }
        return whole;
    }

    static Stream<JavaClass> typesOfServices() {
        return whole().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> Part.of(type).isService());
    }

    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    JavaClasses classes() {
        List<Path> modules = modules();
        List<String> missing =
                modules.stream().flatMap(module -> notCompiled(module).limit(1)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Build every module first, as ./hotleads test backend does; not compiled: "
                    + String.join(", ", missing));
        }
        return new ClassFileImporter()
                .importPaths(modules.stream().map(Product::compiled).toList());
    }

    private List<Path> modules() {
        try {
            return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                    .results()
                    .map(found -> root.resolve(found.group(1)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sources whose class is missing, of which one tells enough; package-info is another test's matter. */
    private Stream<String> notCompiled(Path module) {
        Path sources = module.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
                    .filter(file -> !Files.exists(compiled(module).resolve(file.replaceFirst("java$", "class"))))
                    .map(file -> root.relativize(module) + " " + file)
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path compiled(Path module) {
        return module.resolve("target/classes");
    }
}
