package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstSignInTest extends RunningAuth {
    @Test
    void leadsFromAnInviteOverBothFactorsToATokenThatThePublishedKeysConfirm() throws Exception {
        TestGateway gateway = gateway();
        TestBrowser browser = gateway.browser();
        String email = TestPerson.freshEmail();

        Answer invited = gateway.invite(email, "Tony Example", "admin");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.text("link")).startsWith(PUBLIC_URL + "/invite#");
        Answer opened = browser.post("/auth/invites/open", Map.of("token", invited.text("token")));
        assertThat(opened.text("displayName")).isEqualTo("Tony Example");

        assertThat(TestPerson.accept(invited, browser).text("state")).isEqualTo("set-up");
        assertThat(browser.get("/auth/session").text("setUpStep")).isEqualTo("choose");
        TestPhone phone = TestPerson.startTotp(gateway, browser);
        List<String> codes =
                TestPerson.codesOf(browser.post("/auth/set-up/totp/confirm", Map.of("code", phone.code())));
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}"));
        assertThat(browser.get("/auth/session").text("setUpStep")).isEqualTo("codes");
        Answer finished =
                browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        assertThat(finished.text("state")).isEqualTo("signed-in");

        Answer session = browser.get("/auth/session");
        assertThat(session.json().path("account").path("displayName").asString())
                .isEqualTo("Tony Example");
        assertThat(session.json().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        SignedJWT token =
                SignedJWT.parse(gateway.exchange(browser.session(), "core").text("access_token"));
        assertThat(token.getJWTClaimsSet().getStringClaim("role")).isEqualTo("admin");
        assertThat(token.getJWTClaimsSet().getSubject())
                .isEqualTo(session.json().path("account").path("id").asString());
        var keys = JWKSet.parse(gateway.get("/oauth/jwks", null).body());
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @Test
    void leadsOverPasswordAndCodeTheNextTime() {
        TestGateway gateway = gateway();
        TestPerson person = TestPerson.setUp(gateway, "practitioner");
        clock.forward(java.time.Duration.ofSeconds(30));
        TestBrowser browser = gateway.browser();

        assertThat(browser.signIn(person.email(), person.password()).text("state"))
                .isEqualTo("second-factor");
        assertThat(gateway.exchange(browser.session(), "core").status()).isEqualTo(400);
        Answer answer = browser.post(
                "/auth/second-factor", Map.of("code", person.phone().code()));

        assertThat(answer.text("state")).isEqualTo("signed-in");
        assertThat(gateway.exchange(browser.session(), "core").status()).isEqualTo(200);
    }
}
