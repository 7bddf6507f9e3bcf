package hotleads.simulators;

import hotleads.simulators.acuity.Credentials;
import hotleads.simulators.acuity.hooks.HttpHookPost;
import hotleads.simulators.zoho.ZohoAccount;
import hotleads.simulators.zoom.ZoomAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on a free port, with a receiver for its hooks and time moved by hand. */
public final class SomeSimulators implements AutoCloseable {

    /** A Monday, 9am in the practice. */
    public static final Instant MONDAY_NINE = Instant.parse("2026-11-23T14:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    public final HandMovedTime time = new HandMovedTime(MONDAY_NINE);
    public final Receiver receiver;
    public final List<Duration> pauses = new ArrayList<>();
    public final List<Map<String, String>> pushes = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final @Nullable Path data;
    private final boolean empty;
    private final boolean zoomHooks;
    private Simulators program;

    /** {@code data} may be null: then nothing is kept. */
    public SomeSimulators(@Nullable Path data) throws IOException {
        this(data, false, false);
    }

    /** The receiver takes Zoom's hooks too. */
    public static SomeSimulators withZoomHooks() throws IOException {
        return new SomeSimulators(null, false, true);
    }

    /** Without the made-up practice. */
    public static SomeSimulators empty(Path data) throws IOException {
        return new SomeSimulators(data, true, false);
    }

    private SomeSimulators(@Nullable Path data, boolean empty, boolean zoomHooks) throws IOException {
        this.data = data;
        this.empty = empty;
        this.zoomHooks = zoomHooks;
        receiver = new Receiver();
        program = start();
    }

    private Simulators start() throws IOException {
        var options = new Options(
                0,
                data,
                receiver.url(),
                null,
                data == null ? null : data.resolve("practice-clock"),
                1,
                1,
                empty,
                OptionalInt.empty(),
                new Credentials("10000001", "demo-acuity-key", "demo-acuity-key-previous"),
                zoomHooks ? receiver.url() : null,
                new ZoomAccount("demo-account", "demo-client", "demo-secret", "demo-zoom-secret"),
                new ZohoAccount("demo-client", "demo-secret", "demo-refresh"));
        return Simulators.start(
                options,
                new World(
                        time,
                        time,
                        Runnable::run,
                        new HttpHookPost(null),
                        (target, headers) -> {
                            pushes.add(headers);
                            return 200;
                        },
                        pauses::add));
    }

    public void restart() throws IOException {
        program.close();
        time.forgetTasks();
        program = start();
    }

    public int port() {
        return program.port();
    }

    public HttpResponse<String> acuity(String method, String path, @Nullable String body) {
        return send(authorized("demo-acuity-key", path).method(method, publisher(body)));
    }

    public HttpResponse<String> acuityWithKey(String key, String path) {
        return send(authorized(key, path));
    }

    /** The JSON of a read that must succeed; time moves so that the rate limit never interferes. */
    public JsonNode read(String path) {
        return json(acuity("GET", path, null), 200);
    }

    public JsonNode control(String method, String path, @Nullable String body) {
        HttpResponse<String> answer = send(request("/control/api" + path).method(method, publisher(body)));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    public HttpResponse<String> form(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public void switchOn(String fault) {
        control("PUT", "/faults", "{\"faults\":{\"" + fault + "\":true}}");
    }

    public long someUpcomingBooking() {
        return control("GET", "/bookings?state=upcoming&limit=1", null)
                .get(0)
                .get("id")
                .asLong();
    }

    public static JsonNode json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new AssertionError("Expected " + expected + " and got " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The simulators did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was stopped", e);
        }
    }

    private HttpRequest.Builder authorized(String key, String path) {
        time.advance(Duration.ofMillis(200));
        byte[] pair = ("10000001:" + key).getBytes(StandardCharsets.UTF_8);
        return request("/acuity/api/v1" + path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    @Override
    public void close() {
        program.close();
        receiver.close();
        client.close();
    }
}
