package hotleads.app.variants;

import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an installation of which some programs are a {@link Variant}; all others are links to the built ones. */
public final class Variants {
    private Variants() {}

    /** Made anew beside the build; what an earlier call made of the same variants is gone then. */
    public static Installation of(Installation built, Set<Variant> variants) throws IOException {
        Path folder = built.root().resolve("app/target/variants").resolve(name(variants));
        OwnerOnly.removeFolder(folder);
        Installation made = new Installation(folder);
        for (Role role : Role.values()) {
            Path jar = made.jar(role);
            Files.createDirectories(Objects.requireNonNull(jar.getParent()));
            if (changes(role, variants)) {
                Files.copy(built.jar(role), jar);
            } else {
                Files.createSymbolicLink(jar, built.jar(role));
            }
        }
        Files.createDirectories(Objects.requireNonNull(made.frontend().getParent()));
        Files.createSymbolicLink(made.frontend(), built.frontend());
        for (Variant variant : variants) {
            for (Change change : variant.changes()) {
                try (FileSystem jar = open(made.jar(change.role()))) {
                    change.applyTo(jar);
                }
            }
        }
        return made;
    }

    private static String name(Set<Variant> variants) {
        return variants.stream().sorted().map(Variant::name).collect(Collectors.joining("-"));
    }

    private static boolean changes(Role role, Set<Variant> variants) {
        return variants.stream().flatMap(variant -> variant.changes().stream()).anyMatch(one -> one.role() == role);
    }

    private static FileSystem open(Path jar) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
    }
}
