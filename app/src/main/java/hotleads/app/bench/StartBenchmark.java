package hotleads.app.bench;

import hotleads.app.accounts.PinnedCertificate;
import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.keys.TlsCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The command as a person types it, timed until the sign-in page can be used; then the memory it takes when idle. */
public final class StartBenchmark {
    /** The first start of a build plays a year. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    /** After the accounts are made and the first reads are done. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(12);

    private static final Set<String> PROGRAMS =
            Set.of("gateway.jar", "auth.jar", "core.jar", "webhooks.jar", "sync.jar");
    /** After the first start of a build each program begins once more, to leave its classes behind. */
    private static final String REHEARSES = "-XX:AOTCacheOutput=";

    private static final double NANOSECONDS = 1e9;
    private static final int OK = 200;

    private final Path home;
    private final Path data;
    private final int port;
    private final int simulatorsPort;
    private final ProcessTable processes = ProcessTable.ofThisMachine();

    private record Started(double seconds, double rss, double pss) {}

    /**
     * @param home where the script and the build are
     * @param data a folder that is made and removed with each round
     */
    public StartBenchmark(Path home, Path data, int port, int simulatorsPort) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.simulatorsPort = simulatorsPort;
    }

    /** @throws Refusal when it does not start */
    public List<Figure> take(int rounds, Console console) {
        List<Started> first = new ArrayList<>();
        List<Started> second = new ArrayList<>();
        while (second.size() < rounds) {
            first.add(start(Duration.ZERO));
            second.add(start(UNTIL_IDLE));
            forget();
            console.progress(String.format(
                    "Round %d of %d: first start %.1f s, second %.1f s, %.0f MiB resident",
                    second.size(), rounds, first.getLast().seconds, second.getLast().seconds, second.getLast().rss));
        }
        return figures(first, second);
    }

    /** So that the next start is a first one again. */
    private void forget() {
        try {
            OwnerOnly.removeFolder(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + data, failed);
        }
    }

    private Started start(Duration idle) {
        long began = System.nanoTime();
        Process demo = launch();
        try {
            awaitUsable(demo);
            double seconds = (System.nanoTime() - began) / NANOSECONDS;
            pause(idle);
            List<Long> programs = programs(demo);
            return new Started(seconds, sum(programs, "Rss"), sum(programs, "Pss"));
        } finally {
            stop(demo);
        }
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("hotleads").toString(),
                "demo",
                "--port",
                String.valueOf(port),
                "--simulators-port",
                String.valueOf(simulatorsPort),
                "--data",
                data.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTLEADS_"));
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("target/hotleads/bench-start.log").toFile());
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitUsable(Process demo) {
        long until = System.nanoTime() + LIMIT.toNanos();
        Path certificate = data.resolve("tls").resolve("localhost.crt.pem");
        while (!Files.exists(certificate)) {
            lookAgain(demo, until);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedCertificate.context(TlsCertificate.read(certificate)))
                .build()) {
            while (!answers(client, "/readyz") || !answers(client, "/")) {
                lookAgain(demo, until);
            }
        }
    }

    private static void lookAgain(Process demo, long until) {
        if (!demo.isAlive() || System.nanoTime() > until) {
            throw new Refusal("The demo does not start; target/hotleads/bench-start.log says why.");
        }
        pause(BETWEEN_LOOKS);
    }

    private boolean answers(HttpClient client, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(ANSWER)
                .header("Host", "localhost:" + port)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }

    private static List<Long> programs(Process demo) {
        List<Long> found = demo.descendants()
                .filter(process -> process.info().commandLine().stream()
                        .anyMatch(line ->
                                !line.contains(REHEARSES) && PROGRAMS.stream().anyMatch(line::contains)))
                .map(ProcessHandle::pid)
                .toList();
        if (found.size() != PROGRAMS.size()) {
            throw new Refusal("Of the five programs, " + found.size() + " were found running.");
        }
        return found;
    }

    private double sum(List<Long> pids, String kind) {
        return pids.stream().mapToDouble(pid -> processes.mebibytes(pid, kind)).sum();
    }

    private static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void stop(Process demo) {
        demo.destroy();
        try {
            if (!demo.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                demo.destroyForcibly();
                throw new Refusal("The demo did not stop; target/hotleads/bench-start.log says more.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Figure> figures(List<Started> first, List<Started> second) {
        double resident = median(second.stream().map(Started::rss).toList());
        double shared = median(second.stream().map(Started::pss).toList());
        double seconds = median(second.stream().map(Started::seconds).toList());
        double firstSeconds = median(first.stream().map(Started::seconds).toList());
        return List.of(
                new Figure(
                        "demo to usable sign-in page, second start",
                        seconds,
                        "s",
                        "first start, new data folder: " + Report.number(firstSeconds) + " s",
                        "-",
                        25,
                        8,
                        false),
                new Figure(
                        "Memory of the five programs, idle",
                        resident,
                        "MiB",
                        "RSS; PSS " + Report.number(shared) + " MiB",
                        "-",
                        1_400,
                        800,
                        false));
    }

    private static double median(List<Double> values) {
        return Samples.of(values).median();
    }
}
