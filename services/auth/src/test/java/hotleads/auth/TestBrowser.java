package hotleads.auth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One browser behind the gateway: it keeps the session it is given, as its cookie, and sees to it that every answer is
 * one the public description knows.
 */
public final class TestBrowser {
    private final TestGateway gateway;
    private final String address;
    private String session = "";

    TestBrowser(TestGateway gateway, String address) {
        this.gateway = gateway;
        this.address = address;
    }

    public String session() {
        return session;
    }

    /** Shows another session than the one it was given. */
    public TestBrowser holding(String other) {
        this.session = other;
        return this;
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, gateway.json(body));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public String state() {
        return get("/auth/session").text("state");
    }

    public Answer signIn(String email, String password) {
        return post("/auth/sign-in", Map.of("email", email, "password", password));
    }

    private Answer send(String method, String path, @Nullable String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + gateway.keptToken("gateway", "auth", "signin.relay"));
        headers.put("X-Client-Address", address);
        headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0");
        if (!session.isEmpty()) {
            headers.put("X-Session", session);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        Answer answer = gateway.send(method, path, body, headers);
        Documented.check(method, path, answer);
        answer.headers().firstValue("X-Set-Session").ifPresent(next -> session = next);
        return answer;
    }
}
