package hotleads.sync.running;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulators, as the program they are: none of their classes is on our class path, so that a misreading of a
 * provider's papers cannot pass on both sides.
 */
public final class RunningSimulators implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path CLASSES = Path.of("../../simulators/target/classes");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final Process program;
    private final URI address;

    private static final class Shared {
        static final RunningSimulators ONE = new RunningSimulators();
    }

    /** The one that tests share who leave it as they found it. */
    public static RunningSimulators shared() {
        return Shared.ONE;
    }

    /** Another one, for whoever closes it; the made-up practice is around this moment. */
    public RunningSimulators() {
        if (!Files.isDirectory(CLASSES)) {
            throw new IllegalStateException("Compile the simulators first: ./mvnw -pl simulators compile");
        }
        try {
            data = Files.createTempDirectory("simulators");
            program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            "hotleads.simulators.Simulators",
                            "--port",
                            "0",
                            "--data",
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            address = URI.create("http://127.0.0.1:" + port(program.inputReader()));
        } catch (IOException noProgram) {
            throw new UncheckedIOException(noProgram);
        }
    }

    /** Theirs, and the one library they use. */
    private static String classPath() {
        return Stream.concat(
                        Stream.of(CLASSES.toString()),
                        Stream.of(JsonMapper.class, JsonParser.class, JsonProperty.class)
                                .map(type -> type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            JsonNode told = JSON.readTree(line);
            if (told.path("event").asString("").equals("started")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                return told.path("port").asInt();
            }
        }
        throw new IllegalStateException("The simulators did not start");
    }

    /** Origin and prefix of one of them, such as {@code zoho}. */
    public URI provider(String word) {
        return address.resolve("/" + word);
    }

    /** What the simulator of Google made at its first start. */
    public Path serviceAccountFile() {
        return data.resolve("google-service-account.json");
    }

    /** What somebody outside the practice does. */
    public JsonNode control(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/control/api" + path))
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + " answered " + answer.statusCode());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** @param provider blank for Acuity, whose switches are older than the others */
    public void switchOn(String provider, String fault) {
        set(provider, fault, true);
    }

    public void switchOff(String provider, String fault) {
        set(provider, fault, false);
    }

    private void set(String provider, String fault, boolean on) {
        control("PUT", (provider.isEmpty() ? "" : "/" + provider) + "/faults", Map.of("faults", Map.of(fault, on)));
    }

    /** All that stands in a list of theirs. */
    public List<JsonNode> list(String path) {
        return control("GET", path, null).valueStream().toList();
    }

    @Override
    public void close() {
        program.destroy();
    }
}
