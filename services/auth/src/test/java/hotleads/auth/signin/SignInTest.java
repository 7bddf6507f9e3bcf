package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestPerson;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInTest extends RunningAuth {
    private static final String WRONG = "not the right password";

    @Test
    void answersUnknownAndKnownAccountsAlikeForTheSameWork() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        int before = hashing.checks();

        Answer known = anyBrowser().signIn(person.email(), WRONG);
        int between = hashing.checks();
        Answer unknown = anyBrowser().signIn(TestPerson.freshEmail(), WRONG);

        assertThat(known.outcome()).isEqualTo("401 wrong-sign-in");
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(known));
        assertThat(between - before).isEqualTo(1);
        assertThat(hashing.checks() - between).isEqualTo(1);
        assertThat(queries.of(unknown)).hasSizeGreaterThan(3).isEqualTo(queries.of(known));
    }

    @Test
    void locksKnownAndUnknownAccountsAlikeWithoutHashingAnyMore() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String unknown = TestPerson.freshEmail();
        IntStream.range(0, 5).forEach(i -> {
            assertThat(anyBrowser().signIn(person.email(), WRONG).status()).isEqualTo(401);
            assertThat(anyBrowser().signIn(unknown, WRONG).status()).isEqualTo(401);
        });
        int before = hashing.checks();

        Answer known = anyBrowser().signIn(person.email(), person.password());
        Answer stranger = anyBrowser().signIn(unknown, WRONG);

        assertThat(known.outcome()).isEqualTo("429 too-many-tries");
        assertThat(withoutRequestId(stranger)).isEqualTo(withoutRequestId(known));
        assertThat(known.text("retryAt"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)).toString());
        assertThat(hashing.checks()).isEqualTo(before);
    }

    @Test
    void isOpenAgainWhenTheTimeSaidIsOver() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        IntStream.range(0, 6).forEach(i -> anyBrowser().signIn(person.email(), WRONG));
        clock.forward(Duration.ofMinutes(15));

        assertThat(anyBrowser().signIn(person.email(), person.password()).text("state"))
                .isEqualTo("second-factor");
    }

    @Test
    void forgetsEarlierTriesOnceThePasswordWasRight() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, 4).forEach(i -> anyBrowser().signIn(person.email(), WRONG));
            assertThat(anyBrowser().signIn(person.email(), person.password()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void countsTriesOfOneNetworkOverAllAccounts() {
        TestBrowser stranger = gateway().browserAt("2001:db8:7:7::1");
        IntStream.range(0, 100).forEach(i -> stranger.signIn(TestPerson.freshEmail(), WRONG));

        assertThat(gateway()
                        .browserAt("2001:db8:7:7:ffff::2")
                        .signIn(TestPerson.freshEmail(), WRONG)
                        .outcome())
                .isEqualTo("429 too-many-tries");
        assertThat(gateway()
                        .browserAt("2001:db8:7:8::1")
                        .signIn(TestPerson.freshEmail(), WRONG)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void findsTheAccountHoweverTheEmailIsWritten() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        assertThat(anyBrowser()
                        .signIn("  " + person.email().toUpperCase(java.util.Locale.ROOT) + " ", person.password())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesANewSessionAtEveryStepAndEndsTheOneBefore() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(30));
        TestBrowser browser = anyBrowser().holding("planted-by-a-stranger");

        browser.signIn(person.email(), person.password());
        String half = browser.session();
        browser.post("/auth/second-factor", Map.of("code", person.phone().code()));
        String whole = browser.session();

        assertThat(half).isNotEqualTo("planted-by-a-stranger");
        assertThat(whole).isNotEqualTo(half);
        assertThat(anyBrowser().holding(half).state()).isEqualTo("signed-out");
        assertThat(anyBrowser().holding("planted-by-a-stranger").state()).isEqualTo("signed-out");
        assertThat(browser.state()).isEqualTo("signed-in");
    }

    @Test
    void endsTheSessionTheBrowserHeldBefore() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.signInAgain(gateway(), clock);
        String before = browser.session();

        browser.signIn(person.email(), person.password());

        assertThat(gateway().exchange(before, "core").outcome()).isEqualTo("400");
    }

    @Test
    void saysNothingOfThePersonUntilBothFactorsWereProved() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = anyBrowser();
        browser.signIn(person.email(), person.password());

        assertThat(browser.get("/auth/session").body())
                .isEqualTo("{\"state\":\"second-factor\",\"secondFactors\":[\"app\"]}");
    }

    @Test
    void endsAtSignOutForEverybodyWhoHoldsTheSession() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.signInAgain(gateway(), clock);
        String held = browser.session();

        Answer answer = browser.post("/auth/sign-out", Map.of());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().firstValue("X-Set-Session")).contains("");
        assertThat(gateway().exchange(held, "core").status()).isEqualTo(400);
    }

    @Test
    void tellsABrowserToForgetASessionThatIsNoMore() {
        Answer answer = anyBrowser().holding("long-gone").get("/auth/session");

        assertThat(answer.text("state")).isEqualTo("signed-out");
        assertThat(answer.headers().firstValue("X-Set-Session")).contains("");
    }

    @Test
    void meetsIncompleteRequestsWithAProblem() {
        assertThat(anyBrowser()
                        .post("/auth/sign-in", Map.of("email", "a@b.test"))
                        .outcome())
                .isEqualTo("400 bad-request");
        assertThat(anyBrowser().post("/auth/second-factor", Map.of()).outcome()).isEqualTo("400 bad-request");
    }

    /** A browser of its own network, so that tests do not count against each other. */
    private TestBrowser anyBrowser() {
        return gateway().browserAt(UUID.randomUUID().toString());
    }

    private static String withoutRequestId(Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
