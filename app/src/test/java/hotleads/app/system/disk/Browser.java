package hotleads.app.system.disk;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import hotleads.app.accounts.PinnedCertificate;
import hotleads.app.keys.TlsCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone at a browser, at an address of their own, entering by the front door. */
public final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String FIRST_ADDRESS = "127.0.0.1";
    /** Auth asks for the fourth of the codes, to see that they were written down. */
    private static final int CODE_ASKED = 3;

    private final RunningDemo demo;
    private final HttpClient client;
    private final Map<String, String> headers = new TreeMap<>();
    private String cookie = "";

    private Browser(RunningDemo demo, String address) {
        this.demo = demo;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .sslContext(PinnedCertificate.context(TlsCertificate.read(demo.certificate())))
                .build();
    }

    public static Browser of(RunningDemo demo) {
        return new Browser(demo, FIRST_ADDRESS);
    }

    public static Browser at(RunningDemo demo, String address) {
        return new Browser(demo, address);
    }

    /** Sent with each request from now on. */
    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** What proves the session; empty before there is one. */
    String cookie() {
        return cookie;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return post(path, JsonMapper.shared().writeValueAsString(body));
    }

    /** The answer of a request that must succeed. */
    public JsonNode read(String path) throws IOException, InterruptedException {
        return done(path, get(path));
    }

    /** The answer of a request that must succeed. */
    public JsonNode act(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return done(path, post(path, body));
    }

    /** As at a first sign-in: an authenticator app, and recovery codes that were written down. */
    public SetUp setUp(Acuity phone) throws IOException, InterruptedException {
        String key = act("/auth/set-up/totp", Map.of()).path("secret").asString();
        String code = phone.control("POST", "/codes", Map.of("otpauth", key))
                .path(0)
                .path("code")
                .asString();
        JsonNode codes = act("/auth/set-up/totp/confirm", Map.of("code", code)).path("recoveryCodes");
        JsonNode asked = codes.path(CODE_ASKED);
        act(
                "/auth/set-up/recovery-codes/confirm",
                Map.of(
                        "number",
                        asked.path("number").asInt(),
                        "code",
                        asked.path("code").asString()));
        return new SetUp(
                key, codes.valueStream().map(one -> one.path("code").asString()).toList());
    }

    /** What somebody has in hand after it. */
    public record SetUp(String key, List<String> codes) {}

    /** The same session, from another address. */
    public Browser movedTo(String address) {
        Browser there = new Browser(demo, address);
        there.cookie = cookie;
        there.headers.putAll(headers);
        return there;
    }

    /**
     * Somebody else's request, as it is, with this browser's session; whatever it brings, the session stays the same.
     */
    public HttpResponse<byte[]> pass(String method, String target, Map<String, String> sent, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(target)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        sent.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Writes what comes on an answer that has no end into a file, until it is cancelled. */
    CompletableFuture<HttpResponse<Path>> listen(String path, Path file) {
        return client.sendAsync(request(path).GET().build(), BodyHandlers.ofFile(file));
    }

    private static JsonNode done(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(demo.address().resolve(path))
                .timeout(LONGEST)
                .header("Origin", demo.address().toString());
        headers.forEach(request::header);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        return answer;
    }

    /** At once: what it still listens to has no end. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
