package hotleads.simulators.zoho;

import hotleads.simulators.SomeSimulators;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls of Zoho's API as a client makes them. */
final class SomeZoho {

    static final String FIELDS = "fields=First_Name,Last_Name,Email,Phone,Lead_Status,Modified_Time";

    private final SomeSimulators some;
    private @Nullable String token;

    SomeZoho(SomeSimulators some) {
        this.some = some;
    }

    HttpResponse<String> token(String form) {
        return some.form("/zoho/oauth/v2/token", form);
    }

    static String form(String refresh) {
        return "grant_type=refresh_token&client_id=demo-client&client_secret=demo-secret&refresh_token=" + refresh;
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        var request = some.request("/zoho/crm" + path).header("Authorization", "Zoho-oauthtoken " + token());
        headers.forEach(request::header);
        return some.send(request.GET());
    }

    HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    JsonNode read(String path) {
        return SomeSimulators.json(get(path), 200);
    }

    HttpResponse<String> post(String path, String body) {
        return some.send(some.request("/zoho/crm" + path)
                .header("Authorization", "Zoho-oauthtoken " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    JsonNode control(String method, String path, @Nullable String body) {
        return some.control(method, "/zoho" + path, body);
    }

    void fault(String name, boolean on) {
        control("PUT", "/faults", "{\"faults\":{\"" + name + "\":" + on + "}}");
    }

    String enquiry(String fields) {
        return control("POST", "/leads", fields).get("id").asString();
    }

    private String token() {
        if (token == null) {
            token = SomeSimulators.json(token(form("demo-refresh")), 200)
                    .get("access_token")
                    .asString();
        }
        return token;
    }
}
