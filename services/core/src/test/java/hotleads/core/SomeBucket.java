package hotleads.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Buckets at S3 as moto has them, behind a door that can be shut, forget to answer, or let somebody else go first. */
final class SomeBucket implements AutoCloseable {
    /** The one that lets nothing go. */
    static final String LOCKED = "practice-locked";

    /** The one out of which anything can be deleted. */
    static final String OPEN = "practice-open";

    private static final List<String> NOT_PASSED_ON =
            List.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    /** What is done before one of the next objects is put. */
    final Queue<Runnable> beforeAnObject = new ConcurrentLinkedQueue<>();

    volatile boolean shut;
    volatile boolean losesTheNextAnswer;

    private final SomeMoto moto = new SomeMoto();
    private final HttpServer door;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SomeBucket() {
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        door.createContext("/", this::pass);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.start();
        ask("PUT", OPEN, "");
        // The lock comes with the bucket, how long it holds afterwards.
        ask("PUT", LOCKED, "", Map.of("x-amz-bucket-object-lock-enabled", "true"));
        ask("PUT", LOCKED + "?object-lock", """
                <ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><ObjectLockEnabled>Enabled</ObjectLockEnabled>
                <Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>2192</Days></DefaultRetention></Rule></ObjectLockConfiguration>
                """);
    }

    String door() {
        return "http://127.0.0.1:" + door.getAddress().getPort();
    }

    /** By hand and past the door, so that what asks is not the client that is tested. */
    void put(String key, String text) {
        ask("PUT", LOCKED + "/" + key, text);
    }

    /** As whoever may delete does: what was there stays, and a mark lies over it. */
    void delete(String key) {
        ask("DELETE", LOCKED + "/" + key, "");
    }

    /** All that is left when its versions are gone for good: a mark that something was deleted. */
    void leaveAMark(String key) {
        String path = LOCKED + "/" + key;
        String version = ask(
                        "PUT",
                        path,
                        "for a while",
                        Map.of(
                                "x-amz-object-lock-mode",
                                "GOVERNANCE",
                                "x-amz-object-lock-retain-until-date",
                                "2099-01-01T00:00:00Z"))
                .headers()
                .firstValue("x-amz-version-id")
                .orElseThrow();
        delete(key);
        ask("DELETE", path + "?versionId=" + version, "", Map.of("x-amz-bypass-governance-retention", "true"));
    }

    boolean holds(String prefix) {
        return new String(
                        ask("GET", LOCKED + "?list-type=2&prefix=" + prefix, "").body(), StandardCharsets.UTF_8)
                .contains("<Key>");
    }

    String get(String key) {
        return new String(ask("GET", LOCKED + "/" + key, "").body(), StandardCharsets.UTF_8);
    }

    /** How S3 says that it keeps an object. */
    String lockOf(String key) {
        return ask("HEAD", LOCKED + "/" + key, "")
                .headers()
                .firstValue("x-amz-object-lock-mode")
                .orElse("none");
    }

    private HttpResponse<byte[]> ask(String method, String path, String body) {
        return ask(method, path, body, Map.of());
    }

    private HttpResponse<byte[]> ask(String method, String path, String body, Map<String, String> more) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>(more);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=made-up/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
        // Nothing comes into a bucket with a lock without one.
        headers.put("Content-MD5", Base64.getEncoder().encodeToString(md5(bytes)));
        HttpResponse<byte[]> answer = send(method, "/" + path, bytes, headers);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " was answered with " + answer.statusCode());
        }
        return answer;
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (shut) {
            answer(exchange, 503, new byte[0], Map.of());
            return;
        }
        boolean puts = exchange.getRequestMethod().equals("PUT");
        Runnable first = puts ? beforeAnObject.poll() : null;
        if (first != null) {
            first.run();
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        HttpResponse<byte[]> answer =
                send(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, headers);
        if (puts && losesTheNextAnswer) {
            losesTheNextAnswer = false;
            exchange.close();
            return;
        }
        Map<String, String> told = new HashMap<>();
        answer.headers().map().forEach((name, values) -> told.put(name, values.getFirst()));
        answer(exchange, answer.statusCode(), answer.body(), told);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, Map<String, String> headers)
            throws IOException {
        headers.forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(moto.uri() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        door.stop(0);
        moto.close();
    }
}
