package hotleads.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** CloudWatch Logs as moto has it, behind a door that can be slow, shut, or forget to answer. */
final class SomeCloudWatch implements AutoCloseable {
    static final String GROUP = "hotleads-audit";
    private static final String MOTO = "moto[server]==5.2.5";

    /** What becomes of the next writes: each is taken from here, and when none is left, all goes well. */
    enum Trouble {
        THROTTLED,
        DOWN,
        ANSWER_LOST
    }

    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Process moto;
    private final URI behind;
    private final HttpServer door;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SomeCloudWatch() {
        System.setProperty("aws.accessKeyId", "made-up");
        System.setProperty("aws.secretAccessKey", "made-up");
        System.setProperty("aws.region", "us-east-1");
        try {
            int port = freePort();
            behind = URI.create("http://127.0.0.1:" + port);
            moto = new ProcessBuilder(
                            installed().resolve("bin/moto_server").toString(), "-H", "127.0.0.1", "-p", "" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        door.createContext("/", this::pass);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.start();
        SomeCore.await(this::answers);
        client().createLogGroup(request -> request.logGroupName(GROUP));
    }

    /** Installed once for all builds of this user, as Maven's own packages are. */
    private static Path installed() throws IOException {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "hotleads", "moto-5.2.5");
        if (!Files.exists(folder.resolve("installed"))) {
            run("python3", "-m", "venv", folder.toString());
            run(folder.resolve("bin/pip").toString(), "install", "-q", "--disable-pip-version-check", MOTO);
            Files.writeString(folder.resolve("installed"), MOTO);
        }
        return folder;
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("Failed: " + String.join(" ", command)
                        + ". The test needs python3 with venv and pip (Debian: python3-venv)");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(behind.resolve("/moto-api/"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    private CloudWatchLogsClient client() {
        return CloudWatchLogsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(behind)
                .build();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Trouble trouble = target.endsWith("PutLogEvents") ? troubles.poll() : null;
        if (trouble == Trouble.THROTTLED) {
            answer(exchange, 400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        } else if (trouble == Trouble.DOWN) {
            answer(exchange, 503, "{}");
        } else {
            String answer = forward(exchange, body, target);
            if (trouble == Trouble.ANSWER_LOST) {
                exchange.close();
            } else {
                answer(
                        exchange,
                        answer.startsWith("!") ? 400 : 200,
                        answer.startsWith("!") ? answer.substring(1) : answer);
            }
        }
    }

    private String forward(HttpExchange exchange, byte[] body, String target) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind)
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "X-Amz-Date")) {
            request.header(name, exchange.getRequestHeaders().getFirst(name));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "!" + answer.body();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Everything in a stream, in its order. */
    List<String> lines(String stream) {
        List<String> lines = new ArrayList<>();
        try (CloudWatchLogsClient client = client()) {
            String token = null;
            while (true) {
                String from = token;
                GetLogEventsResponse page = client.getLogEvents(request -> request.logGroupName(GROUP)
                        .logStreamName(stream)
                        .startFromHead(true)
                        .nextToken(from));
                if (page.events().isEmpty()) {
                    return lines;
                }
                page.events().stream().map(OutputLogEvent::message).forEach(lines::add);
                token = page.nextForwardToken();
            }
        }
    }

    @Override
    public void close() {
        door.stop(0);
        moto.destroy();
    }
}
