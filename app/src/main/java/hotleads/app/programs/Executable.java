package hotleads.app.programs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a program is started from.
 *
 * @param classes its classes as an earlier run left them, loaded and linked, if there was one
 */
public record Executable(Path jar, Optional<Path> classes) {
    static Executable asBuilt(Path jar) {
        return new Executable(jar, Optional.empty());
    }
}
