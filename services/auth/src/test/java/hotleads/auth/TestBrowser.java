package hotleads.auth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One browser behind the gateway: it keeps what it is given, as its two cookies, and sees to it that every answer is
 * one the public description knows.
 */
public final class TestBrowser {
    private final TestGateway gateway;
    private final String address;
    private String session = "";
    private String browser = "";

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

    /** What it is recognised by. */
    public String recognisedBy() {
        return browser;
    }

    /** Has what another browser is recognised by. */
    public TestBrowser recognisedBy(String other) {
        this.browser = other;
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

    public Answer signInByPasskey(TestDevice device) {
        return post("/auth/passkey", device.answer(post("/auth/passkey/options", Map.of())));
    }

    /**
     * Calls whatever there is, as the edge would for this browser and as whoever is signed in; anything may come back.
     */
    public void call(String method, String path, Map<String, ?> body) {
        String sent = method.equals("GET") ? null : gateway.json(body);
        keep(gateway.send(method, path, sent, headers(sent)));
        Answer person = gateway.exchange(session, "auth");
        if (person.status() == 200) {
            Map<String, String> headers = headers(sent);
            headers.put("Authorization", "Bearer " + person.text("access_token"));
            gateway.send(method, path, sent, headers);
        }
    }

    private Answer send(String method, String path, @Nullable String body) {
        Answer answer = gateway.send(method, path, body, headers(body));
        Documented.check(method, path, answer);
        keep(answer);
        return answer;
    }

    private void keep(Answer answer) {
        answer.headers().firstValue("X-Set-Session").ifPresent(next -> session = next);
        answer.headers().firstValue("X-Set-Browser").ifPresent(next -> browser = next);
    }

    private Map<String, String> headers(@Nullable String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + gateway.keptToken("gateway", "auth", "signin.relay"));
        headers.put("X-Client-Address", address);
        headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0");
        if (!session.isEmpty()) {
            headers.put("X-Session", session);
        }
        if (!browser.isEmpty()) {
            headers.put("X-Browser", browser);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }
}
