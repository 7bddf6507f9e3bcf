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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone at a browser, at an address of their own, entering by the front door. */
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String FIRST_ADDRESS = "127.0.0.1";

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

    static Browser of(RunningDemo demo) {
        return new Browser(demo, FIRST_ADDRESS);
    }

    static Browser at(RunningDemo demo, String address) {
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
    JsonNode read(String path) throws IOException, InterruptedException {
        return done(path, get(path));
    }

    /** The answer of a request that must succeed. */
    JsonNode act(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return done(path, post(path, body));
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

    @Override
    public void close() {
        client.close();
    }
}
