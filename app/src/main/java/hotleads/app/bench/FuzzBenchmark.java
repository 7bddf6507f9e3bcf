package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every parser that reads bytes from outside under a fuzzer that is led by what an input reaches (Jazzer), each until
 * it was run so often or for so long. What an earlier run reached is where the next one begins.
 */
public final class FuzzBenchmark {
    private static final String COMPILE = "./mvnw -B -q -Dquick -Pfuzz -DskipTests test-compile"
            + " dependency:build-classpath -Dmdep.outputFile=" + FuzzTarget.CLASS_PATH;
    /** Ours, and the parsers of others that ours stand on. */
    private static final String LED_BY = "hotleads.**:tools.jackson.core.**:com.webauthn4j.**";

    private static final int LONGEST_INPUT = 4_096;
    /** For one input; the first also has all classes loaded and rewritten, which took ten on a busy machine. */
    private static final int SLOWEST_SECONDS = 30;

    private static final int MOST_MEBIBYTES = 256;
    /** How libFuzzer, which Jazzer drives, says how far it is. */
    private static final Pattern STATUS = Pattern.compile("#([0-9]+)\\s+[A-Za-z]+\\s+cov: ([0-9]+)");

    private static final double FIRST_RUNS = 1e5;
    private static final double AIM_RUNS = 1e8;

    private final Path root;
    private final Path work;
    private final int runs;
    private final Duration atMost;
    private final Console console;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    private FuzzBenchmark(Path root, int runs, Duration atMost, Console console) {
        this.root = root;
        this.work = root.resolve("target/hotleads/fuzz");
        this.runs = runs;
        this.atMost = atMost;
        this.console = console;
    }

    private record Tried(FuzzTarget target, long runs, long reached, int found) {}

    /**
     * @param root where the build is
     * @param atMost for each target
     */
    public static List<Figure> take(Path root, int runs, Duration atMost, Console console) {
        FuzzBenchmark benchmark = new FuzzBenchmark(root, runs, atMost, console);
        Thread stop = new Thread(() -> benchmark.running.forEach(Process::destroyForcibly), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return benchmark.figures(benchmark.tryAll());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }

    private List<Tried> tryAll() throws IOException, InterruptedException {
        Files.createDirectories(work);
        console.progress("Compiling the targets (log: target/hotleads/fuzz/compile.log)");
        if (run(List.of("sh", "-c", COMPILE), work.resolve("compile.log")) != 0) {
            throw new Refusal("They do not compile; target/hotleads/fuzz/compile.log says why.");
        }
        try (ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Tried>> begun = FuzzTarget.all(root).stream()
                    .map(target -> processors.submit(() -> tried(target)))
                    .toList();
            List<Tried> all = new ArrayList<>();
            for (Future<Tried> one : begun) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private Tried tried(FuzzTarget target) throws IOException, InterruptedException {
        Path folder = work.resolve(target.type());
        Path log = work.resolve(target.type() + ".log");
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path findings = folder.resolve("findings");
        OwnerOnly.removeFolder(findings);
        Files.createDirectories(findings);
        int ended = run(command(target, corpus, findings), log);
        int found = found(findings);
        if (ended != 0 && found == 0) {
            throw new Refusal("The target " + target.word() + " does not run; target/hotleads/fuzz/" + target.type()
                    + ".log says why.");
        }
        Tried tried = read(target, log, found);
        console.progress(String.format(
                "%s: %,d runs, %,d places reached, %d findings",
                target.word(), tried.runs, tried.reached, tried.found));
        return tried;
    }

    private List<String> command(FuzzTarget target, Path corpus, Path findings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // What a parser takes more of for some kibibytes of input is a finding.
                "-Xmx" + MOST_MEBIBYTES + "m",
                "-XX:+EnableDynamicAgentLoading",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                target.classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type(),
                "--instrumentation_includes=" + LED_BY,
                "--custom_hook_includes=" + LED_BY,
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-runs=" + runs,
                "-max_total_time=" + atMost.toSeconds(),
                "-timeout=" + SLOWEST_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                corpus.toString()));
        if (Files.exists(target.stored())) {
            command.add(target.stored().toString());
        }
        return command;
    }

    private int run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        running.add(process);
        try {
            return process.waitFor();
        } finally {
            running.remove(process);
        }
    }

    /** Inputs that crashed it, took too long or too much; each lies there as a file. */
    private static int found(Path findings) throws IOException {
        try (Stream<Path> files = Files.list(findings)) {
            return (int) files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .count();
        }
    }

    private static Tried read(FuzzTarget target, Path log, int found) throws IOException {
        long runs = 0;
        long reached = 0;
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher status = STATUS.matcher(line);
                if (status.lookingAt()) {
                    runs = Long.parseLong(status.group(1));
                    reached = Long.parseLong(status.group(2));
                }
            }
        }
        return new Tried(target, runs, reached, found);
    }

    private List<Figure> figures(List<Tried> all) {
        List<Figure> figures = new ArrayList<>();
        for (Tried one : all) {
            figures.add(new Figure(
                    "Findings, " + one.target.word(),
                    one.found,
                    "",
                    String.format("%,d runs, %,d places reached", one.runs, one.reached),
                    one.found == 0 ? "none" : "they lie in target/hotleads/fuzz/" + one.target.type() + "/findings",
                    0,
                    0,
                    false));
        }
        figures.add(new Figure(
                "Runs of the target that had fewest",
                all.stream().mapToLong(Tried::runs).min().orElse(0),
                "",
                all.size() + " targets",
                runs + " runs asked for, or " + atMost.toMinutes() + " minutes each",
                FIRST_RUNS,
                AIM_RUNS,
                true));
        return figures;
    }
}
