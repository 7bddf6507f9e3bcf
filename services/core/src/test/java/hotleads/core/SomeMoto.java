package hotleads.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amazon's services as moto plays them, in a process of its own. */
final class SomeMoto implements AutoCloseable {
    /** What is kept of a client's own headers when its question is passed on. */
    static final List<String> SIGNED = List.of("Authorization", "X-Amz-Date");

    private static final String MOTO = "moto[server]==5.2.5";
    private static final String JSON = "application/x-amz-json-1.1";

    private final Process moto;
    private final URI uri;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SomeMoto() {
        System.setProperty("aws.accessKeyId", "made-up");
        System.setProperty("aws.secretAccessKey", "made-up");
        System.setProperty("aws.region", "us-east-1");
        try {
            int port = freePort();
            uri = URI.create("http://127.0.0.1:" + port);
            ProcessBuilder server = new ProcessBuilder(
                            installed().resolve("bin/moto_server").toString(), "-H", "127.0.0.1", "-p", "" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // So that a list of a bucket comes in pages long before there are a thousand in it.
            server.environment().put("MOTO_S3_DEFAULT_MAX_KEYS", "5");
            moto = server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        SomeCore.await(this::answers);
    }

    /** Installed once for all builds of this user, as Maven's own packages are. */
    private static Path installed() throws IOException {
        Path kept = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "hotleads"));
        Path folder = kept.resolve("moto-5.2.5");
        // The tests run in several JVMs, and two of them must not install it over each other.
        try (FileChannel turn = FileChannel.open(
                        kept.resolve("moto-5.2.5.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = turn.lock()) {
            if (!Files.exists(folder.resolve("installed"))) {
                run("python3", "-m", "venv", folder.toString());
                run(folder.resolve("bin/pip").toString(), "install", "-q", "--disable-pip-version-check", MOTO);
                Files.writeString(folder.resolve("installed"), MOTO);
            }
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

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri.resolve("/moto-api/"))
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

    URI uri() {
        return uri;
    }

    /** By hand, so that what asks is not the client that is tested. */
    JsonNode ask(String service, String target, Map<String, ?> question) {
        HttpResponse<String> answer = send(
                target,
                json.writeValueAsBytes(question),
                Map.of(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=made-up/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0"));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(target + " was answered with " + answer.statusCode());
        }
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    /** What the client asked, passed on. */
    HttpResponse<String> send(String target, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("X-Amz-Target", target)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        moto.destroy();
    }
}
