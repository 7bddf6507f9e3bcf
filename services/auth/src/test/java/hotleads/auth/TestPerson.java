package hotleads.auth;

import hotleads.platform.time.HandClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Someone with an account, a phone and ten recovery codes on paper.
 *
 * @param browser the one that was used last
 */
public record TestPerson(
        String email, String password, TestPhone phone, List<String> recoveryCodes, TestBrowser browser) {
    public static final String PASSWORD = "seven green kettles sing";

    /** Invited, accepted, set up and signed in; each has an e-mail of their own. */
    public static TestPerson setUp(TestGateway gateway, String role) {
        return setUp(gateway, role, gateway.browser());
    }

    public static TestPerson setUp(TestGateway gateway, String role, TestBrowser browser) {
        String email = freshEmail();
        return setUp(gateway.invite(email, "Someone", role), email, gateway, browser);
    }

    public static TestPerson setUp(Answer invited, String email, TestGateway gateway, TestBrowser browser) {
        accept(invited, browser);
        TestPhone phone = startTotp(gateway, browser);
        List<String> codes = codesOf(browser.post("/auth/set-up/totp/confirm", Map.of("code", phone.code())));
        browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        return new TestPerson(email, PASSWORD, phone, codes, browser);
    }

    /** The same with a passkey on this device in the place of a phone; the phone shows codes that are none. */
    public static TestPerson setUpWithPasskey(TestGateway gateway, String role, TestDevice device) {
        String email = freshEmail();
        TestBrowser browser = gateway.browser();
        accept(gateway.invite(email, "Someone", role), browser);
        List<String> codes = codesOf(browser.post(
                "/auth/set-up/passkey/confirm", device.make(browser.post("/auth/set-up/passkey", Map.of()))));
        browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        return new TestPerson(email, PASSWORD, new TestPhone("AAAAAAAAAAAAAAAA", gateway.clock()), codes, browser);
    }

    public static String freshEmail() {
        return "someone-" + UUID.randomUUID() + "@practice.test";
    }

    public static Answer accept(Answer invited, TestBrowser browser) {
        String token = URI.create(invited.text("link")).getFragment();
        return browser.post("/auth/invites/accept", Map.of("token", token, "password", PASSWORD));
    }

    public static TestPhone startTotp(TestGateway gateway, TestBrowser browser) {
        return new TestPhone(browser.post("/auth/set-up/totp", Map.of()).text("secret"), gateway.clock());
    }

    public static List<String> codesOf(Answer answer) {
        return StreamSupport.stream(answer.json().path("recoveryCodes").spliterator(), false)
                .map(code -> code.path("code").asString())
                .toList();
    }

    /** A token of theirs for auth itself, as the gateway gets one for each request. */
    public String token(TestGateway gateway) {
        return gateway.exchange(browser.session(), "auth").text("access_token");
    }

    /** The account's id. */
    public String id() {
        return browser.get("/auth/session").json().path("account").path("id").asString();
    }

    /** Proves the second factor again, at a moment whose code was not used yet. */
    public Answer stepUp(HandClock clock) {
        clock.forward(Duration.ofSeconds(30));
        return browser.post("/auth/step-up", Map.of("code", phone.code()));
    }

    /** Password and code in a fresh browser, at a moment whose code was not used yet. */
    public TestBrowser signInAgain(TestGateway gateway, HandClock clock) {
        clock.forward(Duration.ofSeconds(60));
        TestBrowser fresh = gateway.browser();
        fresh.signIn(email, password);
        fresh.post("/auth/second-factor", Map.of("code", phone.code()));
        return fresh;
    }
}
