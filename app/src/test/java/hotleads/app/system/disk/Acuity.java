package hotleads.app.system.disk;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The practice's side of the simulated Acuity, and the phone that shows codes. */
public final class Acuity implements AutoCloseable {
    private static final String KEY =
            "Basic " + Base64.getEncoder().encodeToString("10000001:demo-acuity-key".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningDemo demo;

    public Acuity(RunningDemo demo) {
        this.demo = demo;
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return send("GET", "/acuity/api/v1" + path, Map.of());
    }

    JsonNode write(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(method, "/acuity/api/v1" + path, body);
    }

    JsonNode control(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(method, "/control/api" + path, body);
    }

    /** However many ask within a second: whoever books here takes turns from the practice. */
    public void answersWithoutLimit() throws IOException, InterruptedException {
        control("PUT", "/faults", Map.of("faults", Map.of("no-rate-limit", true)));
    }

    private JsonNode send(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(demo.simulators().resolve(path))
                .header("Authorization", KEY)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
