package hotleads.app.accounts;

import hotleads.app.console.Refusal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders auth to invite people, and to note where their calendars lie. */
public final class Invites {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final JsonMapper json = JsonMapper.shared();
    private final URI auth;
    private final LauncherCalls calls;

    public Invites(URI auth, LauncherCalls calls) {
        this.auth = auth;
        this.calls = calls;
    }

    public Invited invite(NewAccount account) {
        String path =
                account.person() == null ? "/internal/invites" : "/internal/people/" + account.person() + "/invites";
        HttpRequest request = withToken(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(account)))
                .build();
        HttpResponse<String> answer = send(request);
        return switch (answer.statusCode()) {
            case CREATED -> {
                JsonNode made = json.readTree(answer.body());
                yield new Invited.Waiting(
                        made.path("token").asString(), made.path("link").asString());
            }
            case CONFLICT -> new Invited.HasAccount();
            case UNPROCESSABLE -> throw new Refusal("auth can invite nobody by what was named as an e-mail address.");
            default -> throw refused("an invite", answer);
        };
    }

    public boolean adminExists() {
        HttpResponse<String> answer =
                send(withToken("/internal/accounts/exists?role=admin").build());
        if (answer.statusCode() != OK) {
            throw refused("whether an admin exists", answer);
        }
        return json.readTree(answer.body()).path("exists").asBoolean();
    }

    /** Where a practitioner's calendars and meetings are. */
    public void place(String email, List<Long> acuityCalendars, String address) {
        HttpResponse<String> answer = send(withToken("/internal/accounts/places", "practitioner.place")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of(
                        "email",
                        email,
                        "acuityCalendars",
                        acuityCalendars,
                        "googleAddress",
                        address,
                        "zoomHost",
                        address))))
                .build());
        if (answer.statusCode() != NO_CONTENT) {
            throw refused("a practitioner's calendars", answer);
        }
    }

    private HttpRequest.Builder withToken(String path) {
        return withToken(path, "account.invite");
    }

    private HttpRequest.Builder withToken(String path, String scope) {
        return calls.to(auth, "auth", path, scope);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return calls.send(request);
    }

    /** Only the status: the body could repeat who was to be invited. */
    private static Refusal refused(String what, HttpResponse<String> answer) {
        return new Refusal("auth refused " + what + " (status " + answer.statusCode() + "); its log says why.");
    }
}
