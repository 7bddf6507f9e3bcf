package hotleads.auth;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer, as a test reads it. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String text(String member) {
        return json().path(member).asString("");
    }

    /** The problem's code, or nothing when the answer is not one. */
    public String code() {
        return body.isEmpty() ? "" : text("code");
    }

    /** Status and code at one glance. */
    public String outcome() {
        return code().isEmpty() ? String.valueOf(status) : status + " " + code();
    }
}
