package hotleads.app.programs;

import hotleads.app.console.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the built programs are. */
public record Installation(Path root) {
    /** The executable jar of a program. */
    public Path jar(Role role) {
        String name = role.word();
        Path module = role == Role.SIMULATORS
                ? root.resolve(name)
                : root.resolve("services").resolve(name);
        return module.resolve("target").resolve(name + ".jar");
    }

    /** Every jar that has a part in what is stored, the launcher's own among them. */
    public List<Path> jars() {
        return Stream.concat(Stream.of(Role.values()).map(this::jar), Stream.of(launcher()))
                .filter(Files::isRegularFile)
                .toList();
    }

    private Path launcher() {
        return root.resolve("app").resolve("target").resolve("app.jar");
    }

    /** The built pages. */
    public Path frontend() {
        return root.resolve("frontend").resolve("dist");
    }

    /** @throws Refusal naming everything that is not built */
    public void refuseUnlessBuilt(Set<Role> roles) {
        List<Path> missing = Stream.concat(
                        roles.stream().sorted().map(this::jar),
                        roles.contains(Role.GATEWAY) ? Stream.of(frontend().resolve("staff.html")) : Stream.of())
                .filter(file -> !Files.isRegularFile(file))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("Not built: "
                    + String.join(", ", missing.stream().map(Path::toString).toList())
                    + ". Start through ./hotleads, which builds what is missing.");
        }
    }
}
