package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestPerson;
import hotleads.auth.TestPhone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetUpTest extends RunningAuth {
    private final String email = TestPerson.freshEmail();

    @Test
    void opensNothingBeforeItIsFinished() {
        TestBrowser browser = accepted();
        assertThat(exchange(browser)).isEqualTo(400);
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        assertThat(exchange(browser)).isEqualTo(400);
        List<String> codes = TestPerson.codesOf(confirm(browser, phone.code()));
        assertThat(exchange(browser)).isEqualTo(400);

        finish(browser, codes);

        assertThat(exchange(browser)).isEqualTo(200);
    }

    @Test
    void givesAKeyThatAppsTakeByQrCodeOrTyped() {
        Answer key = accepted().post("/auth/set-up/totp", Map.of());

        assertThat(key.text("secret")).matches("[A-Z2-7]{32}");
        assertThat(key.text("otpauth"))
                .startsWith("otpauth://totp/Hot%20Leads:")
                .contains(email.replace("@", "%40"))
                .contains("secret=" + key.text("secret"))
                .endsWith("&issuer=Hot%20Leads&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void hasToStartAgainAfterTenMinutes() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        assertThat(browser.get("/auth/session").text("setUpExpiresAt"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)).toString());
        clock.forward(Duration.ofMinutes(10));

        assertThat(confirm(browser, phone.code()).outcome()).isEqualTo("410 set-up-expired");
        assertThat(browser.get("/auth/session").text("setUpStep")).isEqualTo("choose");
        TestPhone again = TestPerson.startTotp(gateway(), browser);
        assertThat(finish(browser, TestPerson.codesOf(confirm(browser, again.code())))
                        .text("state"))
                .isEqualTo("signed-in");
    }

    @Test
    void runsOutAtTheRecoveryCodesToo() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> codes = TestPerson.codesOf(confirm(browser, phone.code()));
        clock.forward(Duration.ofMinutes(10));

        assertThat(finish(browser, codes).outcome()).isEqualTo("410 set-up-expired");
        assertThat(browser.post("/auth/set-up/recovery-codes", Map.of()).outcome())
                .isEqualTo("410 set-up-expired");
        assertThat(browser.get("/auth/session").text("setUpStep")).isEqualTo("choose");
    }

    @Test
    void showsFreshRecoveryCodesAfterAReloadAndForgetsTheOnesBefore() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> lost = TestPerson.codesOf(confirm(browser, phone.code()));

        List<String> fresh = TestPerson.codesOf(browser.post("/auth/set-up/recovery-codes", Map.of()));

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(lost);
        assertThat(finish(browser, lost).outcome()).isEqualTo("401 wrong-code");
        assertThat(finish(browser, fresh).text("state")).isEqualTo("signed-in");
    }

    @Test
    void asksForTheFourthCodeAndNoOther() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> codes = TestPerson.codesOf(confirm(browser, phone.code()));

        assertThat(finish(browser, 5, codes.get(4)).outcome()).isEqualTo("401 wrong-code");
        assertThat(finish(browser, 4, codes.get(4)).outcome()).isEqualTo("401 wrong-code");
        assertThat(finish(
                                browser,
                                4,
                                codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .text("state"))
                .isEqualTo("signed-in");
    }

    @Test
    void refusesAWrongCodeAndOneThatWasUsed() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);

        assertThat(confirm(browser, phone.wrongCode()).outcome()).isEqualTo("401 wrong-code");
        assertThat(confirm(browser, phone.code()).status()).isEqualTo(200);
        assertThat(confirm(browser, phone.code()).outcome()).isEqualTo("401 code-already-used");
    }

    @Test
    void forgetsTheKeyBeforeWhenItStartsAgain() {
        TestBrowser browser = accepted();
        TestPhone before = TestPerson.startTotp(gateway(), browser);
        TestPerson.startTotp(gateway(), browser);

        assertThat(confirm(browser, before.code()).outcome()).isEqualTo("401 wrong-code");
    }

    @Test
    void goesOnAtItsStepInAnotherBrowserThatProvesBothFactors() {
        TestBrowser browser = accepted();
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        confirm(browser, phone.code());
        clock.forward(Duration.ofSeconds(30));

        TestBrowser other = gateway().browser();
        assertThat(other.signIn(email, TestPerson.PASSWORD).text("state")).isEqualTo("second-factor");
        assertThat(other.post("/auth/second-factor", Map.of("code", phone.code()))
                        .text("state"))
                .isEqualTo("set-up");
        assertThat(other.get("/auth/session").text("setUpStep")).isEqualTo("codes");

        List<String> codes = TestPerson.codesOf(other.post("/auth/set-up/recovery-codes", Map.of()));
        assertThat(finish(other, codes).text("state")).isEqualTo("signed-in");
        assertThat(browser.state()).isEqualTo("signed-out");
    }

    @Test
    void isNotContinuedByAnotherBrowserThatKnowsThePasswordAlone() {
        TestBrowser browser = accepted();
        TestBrowser other = gateway().browser();
        other.signIn(email, TestPerson.PASSWORD);
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> codes = TestPerson.codesOf(confirm(browser, phone.code()));

        assertThat(other.get("/auth/session").text("setUpStep")).isEqualTo("choose");
        assertThat(finish(other, codes).outcome()).isEqualTo("410 set-up-expired");
        assertThat(other.post("/auth/set-up/recovery-codes", Map.of()).outcome())
                .isEqualTo("410 set-up-expired");
        assertThat(finish(browser, codes).status()).isEqualTo(200);
        assertThat(other.state()).isEqualTo("signed-out");
    }

    @Test
    void isClosedToWhoeverHasAFactorAlready() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser half = gateway().browser();
        half.signIn(person.email(), person.password());

        assertThat(half.post("/auth/set-up/totp", Map.of()).outcome()).isEqualTo("401 signed-out");
        assertThat(person.browser().post("/auth/set-up/totp", Map.of()).outcome())
                .isEqualTo("401 signed-out");
    }

    private TestBrowser accepted() {
        TestBrowser browser = gateway().browser();
        TestPerson.accept(gateway().invite(email, "Someone", "admin"), browser);
        return browser;
    }

    private int exchange(TestBrowser browser) {
        return gateway().exchange(browser.session(), "core").status();
    }

    private static Answer confirm(TestBrowser browser, String code) {
        return browser.post("/auth/set-up/totp/confirm", Map.of("code", code));
    }

    private static Answer finish(TestBrowser browser, List<String> codes) {
        return finish(browser, 4, codes.get(3));
    }

    private static Answer finish(TestBrowser browser, int number, String code) {
        return browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", number, "code", code));
    }
}
