package hotleads.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestPerson;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockAndStepUpTest extends RunningAuth {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aLockedSessionGetsNoTokenUntilASecondFactorIsProved() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.browser();
        String before = browser.session();

        assertThat(browser.post("/auth/lock", Map.of()).status()).isEqualTo(204);

        assertThat(browser.state()).isEqualTo("locked");
        assertThat(exchange(browser)).isEqualTo(400);
        assertThat(gateway().exchangePassively(browser.session(), "true").status())
                .isEqualTo(400);
        clock.forward(MINUTE);
        assertThat(browser.post("/auth/step-up", Map.of("code", person.phone().wrongCode()))
                        .outcome())
                .isEqualTo("401 wrong-code");
        assertThat(exchange(browser)).isEqualTo(400);
        assertThat(person.stepUp(clock).text("state")).isEqualTo("signed-in");
        assertThat(exchange(browser)).isEqualTo(200);
        assertThat(gateway().exchange(before, "core").status()).isEqualTo(400);
    }

    @Test
    void lockingIsNoUseAndUnlockingAddsNoHour() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String ends = person.browser().get("/auth/session").text("endsAt");
        clock.forward(MINUTE.multipliedBy(20));
        person.browser().post("/auth/lock", Map.of());
        assertThat(person.browser().state()).isEqualTo("locked");
        person.stepUp(clock);
        assertThat(person.browser().get("/auth/session").text("endsAt")).isEqualTo(ends);
        person.browser().post("/auth/lock", Map.of());
        clock.forward(MINUTE.multipliedBy(30));

        assertThat(person.browser().state()).isEqualTo("signed-out");
    }

    @Test
    void provingAgainMovesWhenInTheTokenAndTheSecretOfTheBrowser() throws ParseException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String before = person.browser().session();
        clock.forward(MINUTE.multipliedBy(6));
        assertThat(provedAt(person)).isEqualTo(clock.instant().minus(MINUTE.multipliedBy(6)));
        assertThat(person.browser()
                        .get("/auth/session")
                        .json()
                        .path("freshForSeconds")
                        .asInt())
                .isZero();

        person.stepUp(clock);

        assertThat(provedAt(person)).isEqualTo(clock.instant());
        assertThat(person.browser()
                        .get("/auth/session")
                        .json()
                        .path("freshForSeconds")
                        .asInt())
                .isEqualTo(300);
        assertThat(person.browser().session()).isNotEqualTo(before);
        assertThat(gateway().exchange(before, "core").status()).isEqualTo(400);
    }

    @Test
    void anActThatAsksForItIsRefusedAfterFiveMinutesAndDoneOnceItIsProvedAgain() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(invite(person)).isEqualTo("403 step-up-required");

        person.stepUp(clock);

        assertThat(invite(person)).isEqualTo("201");
        clock.forward(Duration.ofMinutes(5));
        assertThat(invite(person)).isEqualTo("201");
    }

    @Test
    void aCodeOpensNothingTwiceAndTriesAreLimited() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(MINUTE);
        String code = person.phone().code();
        assertThat(person.browser().post("/auth/step-up", Map.of("code", code)).status())
                .isEqualTo(200);
        assertThat(person.browser().post("/auth/step-up", Map.of("code", code)).outcome())
                .isEqualTo("401 code-already-used");
        for (int i = 0; i < 4; i++) {
            person.browser().post("/auth/step-up", Map.of("code", person.phone().wrongCode()));
        }

        assertThat(person.stepUp(clock).outcome()).isEqualTo("429 too-many-tries");
    }

    private String invite(TestPerson person) {
        return gateway()
                .post(
                        "/auth/admin/invites",
                        Map.of(
                                "email",
                                TestPerson.freshEmail(),
                                "displayName",
                                "Someone",
                                "role",
                                "practitioner",
                                "acuityCalendars",
                                List.of()),
                        person.token(gateway()))
                .outcome();
    }

    private Instant provedAt(TestPerson person) throws ParseException {
        return SignedJWT.parse(person.token(gateway()))
                .getJWTClaimsSet()
                .getDateClaim("auth_time")
                .toInstant();
    }

    private int exchange(TestBrowser browser) {
        return gateway().exchange(browser.session(), "core").status();
    }
}
