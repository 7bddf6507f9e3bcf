package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.throttle.Limit;
import hotleads.auth.throttle.Throttle;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The machine's clock was ahead by a day, and is put right; or is right, and put back by a day. */
class ClockStepTest extends RunningAuth {
    private static final Duration DAY = Duration.ofDays(1);

    private final Throttle throttle;
    private boolean isBack;

    ClockStepTest(@Autowired Throttle throttle) {
        this.throttle = throttle;
    }

    @AfterEach
    void putRight() {
        if (isBack) {
            // Beyond where it was: the other tests share the database, and what happened there lies behind them.
            clock.forward(DAY.plusHours(1));
        }
    }

    private void putBack() {
        isBack = true;
        clock.forward(DAY.negated());
    }

    @Test
    void tokensAreSignedAndTakenAtOnce() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String before = person.token(gateway());
        assertThat(people(before).status()).isEqualTo(200);

        putBack();

        assertThat(people(before).status()).as("it begins to be good tomorrow").isEqualTo(401);
        String service = gateway().token("launcher", "auth", "account.invite");
        assertThat(gateway()
                        .get("/internal/accounts/exists?role=admin", service)
                        .status())
                .isEqualTo(200);
        TestBrowser again = signIn(person);
        assertThat(people(gateway().exchange(again.session(), "auth").text("access_token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noSessionLivesLongerForIt() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        assertThat(exchange(person.browser())).isEqualTo(200);

        putBack();

        assertThat(exchange(person.browser())).isEqualTo(400);
        assertThat(person.browser().state()).isEqualTo("signed-out");
        assertThat(exchange(signIn(person))).isEqualTo(200);
    }

    @Test
    void whoeverSignedInWhileItWasAheadDoesSoAgain() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        putBack();

        String code = person.phone().code();
        TestBrowser browser = gateway().browser();
        browser.signIn(person.email(), person.password());
        assertThat(browser.post("/auth/second-factor", Map.of("code", code)).text("state"))
                .isEqualTo("signed-in");

        // And once only, as ever.
        TestBrowser other = gateway().browser();
        other.signIn(person.email(), person.password());
        assertThat(other.post("/auth/second-factor", Map.of("code", code)).outcome())
                .isEqualTo("401 code-already-used");
    }

    @Test
    void triesAreWaitedForNoLongerThanUsual() {
        String subject = UUID.randomUUID().toString();
        IntStream.range(0, 6).forEach(i -> throttle.count(Limit.APP_CODE, subject));

        putBack();

        assertThat(throttle.count(Limit.APP_CODE, subject).orElseThrow().retryAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        clock.forward(Duration.ofMinutes(15));
        assertThat(throttle.count(Limit.APP_CODE, subject)).isEmpty();
    }

    private TestBrowser signIn(TestPerson person) {
        return person.signInAgain(gateway(), clock);
    }

    private int exchange(TestBrowser browser) {
        return gateway().exchange(browser.session(), "core").status();
    }

    private Answer people(String token) {
        return gateway().get("/auth/admin/people", token);
    }
}
