package hotleads.app.processes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a child in a session of its own: Ctrl-C goes to everything in the terminal's foreground group, and would end
 * PostgreSQL before the programs that still have something to store.
 */
public final class Detached {
    private Detached() {}

    /** The command with what detaches it in front; none of these forks, so the process id stays the child's. */
    public static List<String> command(List<String> command) {
        return prefix().map(prefix ->
                        Stream.concat(prefix.stream(), command.stream()).toList())
                .orElse(command);
    }

    private static Optional<List<String>> prefix() {
        return find("setsid")
                .map(setsid -> List.of(setsid.toString()))
                // macOS has no setsid program, but perl.
                .or(() -> find("perl")
                        .map(perl -> List.of(perl.toString(), "-MPOSIX=setsid", "-e", "setsid; exec @ARGV", "--")));
    }

    /** A program on the PATH. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        List<Path> places = new ArrayList<>();
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .forEach(folder -> places.add(Path.of(folder, program)));
        return places.stream().filter(Files::isExecutable).findFirst();
    }
}
