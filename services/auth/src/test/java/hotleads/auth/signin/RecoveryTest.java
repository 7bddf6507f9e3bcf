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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecoveryTest extends RunningAuth {
    @Test
    void leadsToANewFactorAndEndsEveryOtherSession() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = halfSignedIn(person);

        assertThat(recover(browser, person.recoveryCodes().get(0)).text("state"))
                .isEqualTo("set-up");

        assertThat(person.browser().state()).isEqualTo("signed-out");
        assertThat(gateway().exchange(browser.session(), "core").status()).isEqualTo(400);
    }

    @Test
    void replacesTheOldPhoneAndItsRecoveryCodesOnceTheNewOneIsSetUp() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = halfSignedIn(person);
        recover(browser, person.recoveryCodes().get(0));
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> codes =
                TestPerson.codesOf(browser.post("/auth/set-up/totp/confirm", Map.of("code", phone.code())));
        browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));

        assertThat(gateway().exchange(browser.session(), "core").status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(60));
        assertThat(prove(halfSignedIn(person), person.phone().code()).outcome()).isEqualTo("401 wrong-code");
        assertThat(recover(halfSignedIn(person), person.recoveryCodes().get(1)).outcome())
                .isEqualTo("401 wrong-code");
        assertThat(prove(halfSignedIn(person), phone.code()).text("state")).isEqualTo("signed-in");
    }

    @Test
    void takesEachCodeOnceAndCountsDown() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        recover(halfSignedIn(person), person.recoveryCodes().get(6));

        assertThat(recover(halfSignedIn(person), person.recoveryCodes().get(6)).outcome())
                .isEqualTo("401 wrong-code");
        TestBrowser found = person.signInAgain(gateway(), clock);
        assertThat(found.get("/auth/session").json().path("recoveryCodesLeft").asInt())
                .isEqualTo(9);
    }

    @Test
    void lets1Of100WinWhoUseTheSameCodeAtOnce() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        List<TestBrowser> browsers = IntStream.range(0, 100)
                .mapToObj(i -> gateway().browserAt(UUID.randomUUID().toString()))
                .toList();
        browsers.forEach(browser -> browser.signIn(person.email(), person.password()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(browsers.stream()
                    .<Callable<Answer>>map(browser ->
                            () -> recover(browser, person.recoveryCodes().get(2)))
                    .toList());
        }

        assertThat(browsers)
                .filteredOn(browser -> browser.state().equals("set-up"))
                .hasSize(1);
    }

    @Test
    void takesNobodyElsesCode() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");

        assertThat(recover(halfSignedIn(person), other.recoveryCodes().get(0)).outcome())
                .isEqualTo("401 wrong-code");
    }

    @Test
    void needsThePasswordFirst() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        assertThat(recover(gateway().browser(), person.recoveryCodes().get(0)).outcome())
                .isEqualTo("401 signed-out");
    }

    private TestBrowser halfSignedIn(TestPerson person) {
        TestBrowser browser = gateway().browser();
        browser.signIn(person.email(), person.password());
        return browser;
    }

    private static Answer recover(TestBrowser browser, String code) {
        return browser.post("/auth/recovery", Map.of("code", code));
    }

    private static Answer prove(TestBrowser browser, String code) {
        return browser.post("/auth/second-factor", Map.of("code", code));
    }
}
