package hotleads.app.standin;

import hotleads.app.programs.Installation;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An installation whose every program is a {@link StandIn}. */
public final class StandIns {
    private static final String CLASS_FILE = "hotleads/app/standin/StandIn.class";

    private StandIns() {}

    /** Writes its jars under the root, where a real build has them. */
    public static Installation in(Path root) {
        Installation installation = new Installation(root);
        for (Role role : Role.values()) {
            writeJar(installation.jar(role), migrationsOf(role));
        }
        write(root.resolve(StandIn.STOPS), "");
        write(installation.frontend().resolve("staff.html"), "");
        return installation;
    }

    private static Map<String, String> migrationsOf(Role role) {
        return switch (role) {
            case AUTH, CORE ->
                Map.of(
                        "BOOT-INF/classes/db/migration/" + role.word() + "/V1__thing.sql",
                        "create table thing (id int primary key);\ngrant select, insert on thing to hl_" + role.word()
                                + ";\n");
            case GATEWAY, WEBHOOKS, SYNC, SIMULATORS -> Map.of();
        };
    }

    /** A jar that runs {@link StandIn} and holds these files besides. */
    public static void writeJar(Path jar, Map<String, String> files) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try {
            Files.createDirectories(Objects.requireNonNull(jar.getParent()));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    InputStream code = StandIns.class.getClassLoader().getResourceAsStream(CLASS_FILE)) {
                out.putNextEntry(new JarEntry(CLASS_FILE));
                Objects.requireNonNull(code).transferTo(out);
                for (Map.Entry<String, String> file : files.entrySet()) {
                    out.putNextEntry(new JarEntry(file.getKey()));
                    out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The programs that were asked to stop, in that order. */
    public static List<String> stopsIn(Path root) {
        try {
            return Files.readAllLines(root.resolve(StandIn.STOPS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
