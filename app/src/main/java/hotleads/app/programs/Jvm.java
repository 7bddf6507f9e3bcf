package hotleads.app.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program's virtual machine is run. */
@SuppressWarnings("ImmutableEnumChecker") // Its collections come from Set.of and List.of.
public enum Jvm {
    /** Starts soon and stays small: six of them share a laptop. */
    SMALL(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss512k")),
    /** Takes the time to compile well, for it runs for months. */
    LASTING(List.of("-XX:+UseSerialGC", "-Xss512k"));

    private final List<String> flags;

    Jvm(List<String> flags) {
        this.flags = flags;
    }

    /** The whole command line of a program. */
    public List<String> command(Role role, Executable executable, List<String> arguments) {
        List<String> command = usual(role);
        executable.classes().ifPresent(classes -> command.add("-XX:AOTCache=" + classes));
        return run(command, executable.jar(), arguments);
    }

    /** The same, but it ends when it could begin, and leaves its classes behind. */
    List<String> rehearsal(Role role, Path jar, Path classes) {
        List<String> command = usual(role);
        command.add("-XX:AOTCacheOutput=" + classes);
        command.add("-Dspring.context.exit=onRefresh");
        return run(command, jar, List.of());
    }

    private List<String> usual(Role role) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(flags);
        command.add("-Xmx" + role.heapMiB() + "m");
        // Half alive it would acknowledge what it cannot keep; dead it is started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        return command;
    }

    private static List<String> run(List<String> command, Path jar, List<String> arguments) {
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** The one we run on ourselves. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whose caches no other one reads. */
    static String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " "
                + System.getProperty("os.arch");
    }
}
