package hotleads.app.programs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks programs whether they are ready. */
public final class Readiness {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int READY = 200;

    private final HttpClient client;
    private final JsonMapper json = JsonMapper.shared();

    public Readiness(HttpClient client) {
        this.client = client;
    }

    /** What is missing, or empty when it is ready. */
    public Optional<String> missing(URI program) {
        HttpRequest request = HttpRequest.newBuilder(program.resolve("/readyz"))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == READY ? Optional.empty() : Optional.of(problems(answer.body()));
        } catch (IOException notYet) {
            return Optional.of("it does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while waiting");
        }
    }

    private String problems(String body) {
        try {
            JsonNode problems = json.readTree(body).path("problems");
            return problems.isEmpty() ? "it is not ready" : problems.toString();
        } catch (JacksonException notOurs) {
            return "it is not ready";
        }
    }
}
