package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasskeyAgainTest extends RunningAuth {
    private final TestDevice device = new TestDevice();

    @Test
    void opensALockedScreenAndIsFreshAgain() {
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = person.browser();
        clock.forward(Duration.ofMinutes(6));
        browser.post("/auth/lock", Map.of());
        assertThat(gateway().exchange(browser.session(), "core").status()).isEqualTo(400);
        assertThat(browser.get("/auth/session")
                        .json()
                        .path("secondFactors")
                        .get(0)
                        .asString())
                .isEqualTo("passkey");

        assertThat(proveAgain(browser, device.used()).text("state")).isEqualTo("signed-in");

        assertThat(gateway().exchange(browser.session(), "core").status()).isEqualTo(200);
        assertThat(browser.post("/auth/factors/recovery-codes", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void isRefusedFromAnotherDeviceAccountSessionOrQuestion() {
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestDevice others = new TestDevice();
        TestPerson other = TestPerson.setUpWithPasskey(gateway(), "admin", others);
        TestBrowser browser = person.browser();
        browser.post("/auth/lock", Map.of());

        assertThat(proveAgain(browser, device.copy().used().withoutLock()).outcome())
                .isEqualTo("401 passkey-refused");
        assertThat(proveAgain(browser, others.used()).outcome()).isEqualTo("401 passkey-refused");
        Answer toOther = other.browser().post("/auth/step-up/passkey/options", Map.of());
        Answer toSignIn = browser.post("/auth/passkey/options", Map.of());
        for (Answer question : new Answer[] {toOther, toSignIn}) {
            assertThat(browser.post("/auth/step-up/passkey", device.used().answer(question))
                            .outcome())
                    .isEqualTo("401 passkey-refused");
        }
        assertThat(browser.state()).isEqualTo("locked");
        assertThat(gateway()
                        .browser()
                        .post("/auth/step-up/passkey/options", Map.of())
                        .outcome())
                .isEqualTo("401 signed-out");
    }

    private static Answer proveAgain(TestBrowser browser, TestDevice device) {
        return browser.post(
                "/auth/step-up/passkey", device.answer(browser.post("/auth/step-up/passkey/options", Map.of())));
    }
}
