package hotleads.app.programs;

import hotleads.app.processes.Detached;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A start that ends before the program listens or begins any work, run once so that the JDK writes down what it loaded.
 * It takes only what the machine has to spare, for the programs it is a copy of run beside it.
 */
final class Rehearsal {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Jvm jvm;
    private final Path log;

    Rehearsal(Jvm jvm, Path log) {
        this.jvm = jvm;
        this.log = log;
    }

    /** As plain jars in a folder: of classes in jars within a jar nothing can be kept. */
    void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        run(
                List.of(
                        Jvm.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString()),
                Map.of());
    }

    void run(Role role, Path jar, Path classes, Map<String, String> environment)
            throws IOException, InterruptedException {
        Map<String, String> own = new TreeMap<>(environment);
        own.put("SERVER_PORT", "0");
        run(jvm.rehearsal(role, jar, classes), own);
        if (!Files.isRegularFile(classes)) {
            throw new IOException("the JDK wrote no cache");
        }
    }

    private void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(behindTheOthers(command));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("see " + log);
            }
            Files.deleteIfExists(log);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> behindTheOthers(List<String> command) {
        List<String> whole = new ArrayList<>();
        Detached.find("nice").ifPresent(nice -> whole.addAll(List.of(nice.toString(), "-n", "19")));
        whole.addAll(command);
        return whole;
    }
}
