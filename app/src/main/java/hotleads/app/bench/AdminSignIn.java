package hotleads.app.bench;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs in as a person does for the first time: password, a second factor set up, its recovery codes saved. */
final class AdminSignIn {
    private static final int OK = 200;
    /** Auth asks for the fourth of the codes, to see that they were written down. */
    private static final int CODE_ASKED = 3;

    private final UnderTest subject;
    private final URI simulators;
    private final JsonMapper json = JsonMapper.shared();
    /** As a browser keeps them: the session's, and the one the browser is recognised by. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private ApiRequests requests;

    /** @param simulators whose phone shows the codes */
    AdminSignIn(UnderTest subject, URI simulators) {
        this.subject = subject;
        this.simulators = simulators;
        this.requests = new ApiRequests(subject.publicHost(), "");
    }

    /** @return requests of a session that both factors opened */
    ApiRequests signIn(String email, String password) throws IOException {
        try (GatewayConnection connection = subject.connection()) {
            step(connection, "/auth/sign-in", Map.of("email", email, "password", password));
            String key = step(connection, "/auth/set-up/totp", Map.of())
                    .path("secret")
                    .asString();
            JsonNode code = step(connection, "/auth/set-up/totp/confirm", Map.of("code", codeFor(key)))
                    .path("recoveryCodes")
                    .path(CODE_ASKED);
            step(
                    connection,
                    "/auth/set-up/recovery-codes/confirm",
                    Map.of(
                            "number",
                            code.path("number").asInt(),
                            "code",
                            code.path("code").asString()));
            return requests;
        }
    }

    private JsonNode step(GatewayConnection connection, String path, Map<String, ?> body) throws IOException {
        GatewayConnection.Answer answer = connection.exchange(requests.post(path, body));
        if (answer.status() != OK) {
            throw new Refusal("Signing in was answered " + answer.status() + " at " + path + "; auth's log says why.");
        }
        cookies.putAll(answer.cookies());
        requests = new ApiRequests(
                subject.publicHost(),
                cookies.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; ")));
        return json.readTree(answer.text());
    }

    private String codeFor(String key) throws IOException {
        try (HttpClient phone =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest shown = HttpRequest.newBuilder(simulators.resolve("/control/api/codes"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("otpauth", key))))
                    .build();
            return json.readTree(phone.send(shown, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path(0)
                    .path("code")
                    .asString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }
}
