package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a guesser gets, and what their guessing does to the one they guess about. */
class LockOutTest extends RunningAuth {
    private static final String WRONG = "not the right password";

    @Test
    void leavesAStranger20PasswordsADay() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        assertThat(evaluated(() -> stranger().signIn(person.email(), WRONG).status() == 401))
                .isEqualTo(20);
    }

    @Test
    void leavesAThiefOfThePassword20CodesAnd20RecoveryCodesADay() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        assertThat(evaluated(() -> half(person)
                                .post(
                                        "/auth/second-factor",
                                        Map.of("code", person.phone().wrongCode()))
                                .status()
                        == 401))
                .isEqualTo(20);
        assertThat(evaluated(() -> half(person)
                                .post("/auth/recovery", Map.of("code", "0000-0000-0000-0000"))
                                .status()
                        == 401))
                .isEqualTo(20);
    }

    @Test
    void countsCodesOfTheAppAndRecoveryCodesApart() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        IntStream.range(0, 6)
                .forEach(i -> half(person)
                        .post(
                                "/auth/second-factor",
                                Map.of("code", person.phone().wrongCode())));

        assertThat(half(person)
                        .post(
                                "/auth/recovery",
                                Map.of("code", person.recoveryCodes().getFirst()))
                        .text("state"))
                .isEqualTo("set-up");
    }

    @Test
    void endsTheSignInThatWasHalfWay() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = half(person);
        IntStream.range(0, 5)
                .forEach(i -> browser.post(
                        "/auth/second-factor", Map.of("code", person.phone().wrongCode())));
        assertThat(browser.state()).isEqualTo("second-factor");

        clock.forward(Duration.ofSeconds(30));
        assertThat(browser.post(
                                "/auth/second-factor",
                                Map.of("code", person.phone().code()))
                        .outcome())
                .isEqualTo("429 too-many-tries");

        assertThat(browser.state()).isEqualTo("signed-out");
        clock.forward(Duration.ofMinutes(15));
        assertThat(browser.post(
                                "/auth/second-factor",
                                Map.of("code", person.phone().code()))
                        .outcome())
                .isEqualTo("401 signed-out");
    }

    @Test
    void doesNotReachTheBrowserThatTheAccountKnows() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String known = person.browser().recognisedBy();
        IntStream.range(0, 30).forEach(i -> stranger().signIn(person.email(), WRONG));
        assertThat(stranger().signIn(person.email(), person.password()).outcome())
                .isEqualTo("429 too-many-tries");
        clock.forward(Duration.ofSeconds(30));

        TestBrowser own = stranger().recognisedBy(known);
        assertThat(own.signIn(person.email(), person.password()).text("state")).isEqualTo("second-factor");
        assertThat(own.post("/auth/second-factor", Map.of("code", person.phone().code()))
                        .text("state"))
                .isEqualTo("signed-in");
    }

    @Test
    void doesNotReachTheKnownBrowserThroughCodesOrItsNetworkEither() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String known = person.browser().recognisedBy();
        IntStream.range(0, 6)
                .forEach(i -> half(person)
                        .post(
                                "/auth/second-factor",
                                Map.of("code", person.phone().wrongCode())));
        TestBrowser neighbour = gateway().browserAt("2001:db8:9:9::1");
        IntStream.range(0, 101).forEach(i -> neighbour.signIn(TestPerson.freshEmail(), WRONG));
        clock.forward(Duration.ofSeconds(30));

        TestBrowser own = gateway().browserAt("2001:db8:9:9::2").recognisedBy(known);
        assertThat(own.signIn(person.email(), person.password()).text("state")).isEqualTo("second-factor");
        assertThat(own.post("/auth/second-factor", Map.of("code", person.phone().code()))
                        .text("state"))
                .isEqualTo("signed-in");
    }

    @Test
    void doesNotReachPasskeys() {
        TestDevice device = new TestDevice();
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "admin", device);
        IntStream.range(0, 6).forEach(i -> stranger().signIn(person.email(), WRONG));

        assertThat(stranger().signInByPasskey(device.used()).text("state")).isEqualTo("signed-in");
    }

    @Test
    void reachesAKnownBrowserThroughItsOwnGuesses() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser own = stranger().recognisedBy(person.browser().recognisedBy());
        IntStream.range(0, 5).forEach(i -> own.signIn(person.email(), WRONG));

        assertThat(own.signIn(person.email(), person.password()).outcome()).isEqualTo("429 too-many-tries");
        assertThat(stranger().signIn(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void knowsABrowserForItsOwnAccountsOnly() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        IntStream.range(0, 6).forEach(i -> stranger().signIn(person.email(), WRONG));

        assertThat(stranger()
                        .recognisedBy(other.browser().recognisedBy())
                        .signIn(person.email(), person.password())
                        .outcome())
                .isEqualTo("429 too-many-tries");
        assertThat(stranger()
                        .recognisedBy("made-up-by-a-stranger")
                        .signIn(person.email(), person.password())
                        .outcome())
                .isEqualTo("429 too-many-tries");
    }

    @Test
    void keepsTwoPeopleWhoShareABrowserKnown() {
        TestBrowser shared = stranger();
        TestPerson tony = TestPerson.setUp(gateway(), "admin", shared);
        String before = shared.recognisedBy();
        shared.post("/auth/sign-out", Map.of());
        TestPerson rob = TestPerson.setUp(gateway(), "admin", shared);
        for (TestPerson person : new TestPerson[] {tony, rob}) {
            IntStream.range(0, 6).forEach(i -> stranger().signIn(person.email(), WRONG));
        }

        assertThat(shared.recognisedBy()).isNotEqualTo(before);
        for (TestPerson person : new TestPerson[] {tony, rob}) {
            assertThat(shared.signIn(person.email(), person.password()).text("state"))
                    .isEqualTo("second-factor");
        }
        assertThat(stranger()
                        .recognisedBy(before)
                        .signIn(tony.email(), tony.password())
                        .outcome())
                .isEqualTo("429 too-many-tries");
    }

    @Test
    void knowsNoBrowserOnceARecoveryCodeHasReplacedTheFactor() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser recovering = half(person);
        recovering.post("/auth/recovery", Map.of("code", person.recoveryCodes().getFirst()));
        TestDevice device = new TestDevice();
        var codes = TestPerson.codesOf(recovering.post(
                "/auth/set-up/passkey/confirm", device.make(recovering.post("/auth/set-up/passkey", Map.of()))));
        recovering.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        IntStream.range(0, 6).forEach(i -> stranger().signIn(person.email(), WRONG));

        assertThat(stranger()
                        .recognisedBy(person.browser().recognisedBy())
                        .signIn(person.email(), person.password())
                        .outcome())
                .isEqualTo("429 too-many-tries");
        assertThat(recovering.signIn(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void answersAboutUnknownAccountsInTheSameWords() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String nobody = TestPerson.freshEmail();
        String known = person.browser().recognisedBy();
        for (int i = 0; i < 7; i++) {
            Answer one = stranger().recognisedBy(known).signIn(person.email(), WRONG);
            Answer none = stranger().recognisedBy(known).signIn(nobody, WRONG);
            assertThat(words(none)).as("try %d", i).isEqualTo(words(one));
        }
    }

    /** How many of six guesses each quarter of an hour, for three hours, are heard at all. */
    private int evaluated(BooleanSupplier guess) {
        int evaluated = 0;
        for (int round = 0; round < 12; round++) {
            clock.forward(Duration.ofMinutes(15));
            for (int i = 0; i < 6; i++) {
                evaluated += guess.getAsBoolean() ? 1 : 0;
            }
        }
        return evaluated;
    }

    private TestBrowser half(TestPerson person) {
        TestBrowser browser = stranger();
        browser.signIn(person.email(), person.password());
        return browser;
    }

    private TestBrowser stranger() {
        return gateway().browserAt(UUID.randomUUID().toString());
    }

    private static String words(Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
