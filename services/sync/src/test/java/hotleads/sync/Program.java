package hotleads.sync;

import hotleads.platform.token.AuthStandIn;
import hotleads.sync.accounts.SomeKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The program under test, started as its main does, and core's way of calling it. */
public final class Program implements AutoCloseable {
    public static final AuthStandIn AUTH = new AuthStandIn();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    /** @param settings further ones, as {@code name=value}, or others in the place of those needed */
    public Program(URI acuity, String userId, String key, String... settings) {
        Stream<String> needed = Stream.of(
                "server.port=0",
                "HOTLEADS_AUTH_URL=" + AUTH.uri(),
                "HOTLEADS_CORE_URL=http://127.0.0.1:9",
                "HOTLEADS_SERVICE_KEY_FILE=" + AuthStandIn.serviceKeyFile("sync"),
                "HOTLEADS_SYNC_KEY=" + SomeKeys.fresh().reveal(),
                "hotleads.reports.every=1h",
                "HOTLEADS_ACUITY_BASE_URL=" + acuity,
                "HOTLEADS_ACUITY_USER_ID=" + userId,
                "HOTLEADS_ACUITY_API_KEY=" + key);
        this.context = SpringApplication.run(
                SyncService.class,
                Stream.concat(needed.filter(one -> !isGiven(one, settings)), Arrays.stream(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static boolean isGiven(String needed, String... settings) {
        String name = needed.substring(0, needed.indexOf('=') + 1);
        return Arrays.stream(settings).anyMatch(setting -> setting.startsWith(name));
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Calls as core does when it reads. */
    public HttpResponse<String> post(String path, String json) throws Exception {
        return send(path, json, "provider.read");
    }

    /** Calls as core does when it changes something at the provider. */
    public HttpResponse<String> write(String path, String json) throws Exception {
        return send(path, json, "provider.write");
    }

    private HttpResponse<String> send(String path, String json, String scope) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + AUTH.serviceToken("sync", scope))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Calls as core does and reads the answer as core reads it. */
    public <T> T ask(String path, String json, Class<T> type) throws Exception {
        HttpResponse<String> answer = post(path, json);
        if (answer.statusCode() != 200) {
            throw new AssertionError("Sync answered " + answer.statusCode());
        }
        return JSON.readValue(answer.body(), type);
    }

    @Override
    public void close() {
        context.close();
    }
}
