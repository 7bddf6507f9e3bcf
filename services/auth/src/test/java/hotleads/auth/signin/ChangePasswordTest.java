package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangePasswordTest extends RunningAuth {
    private static final String NEXT = "nine quiet rivers bend";

    private final JdbcClient jdbc;

    ChangePasswordTest(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "practitioner", "client"})
    void isForEverybodyAndLetsTheNewOneInAndNotTheOld(String role) {
        TestPerson person = TestPerson.setUp(gateway(), role);

        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).text("state"))
                .isEqualTo("signed-in");

        assertThat(gateway()
                        .browser()
                        .signIn(person.email(), TestPerson.PASSWORD)
                        .outcome())
                .isEqualTo("401 wrong-sign-in");
        assertThat(gateway().browser().signIn(person.email(), NEXT).text("state"))
                .isEqualTo("second-factor");
    }

    @Test
    void endsEveryOtherSessionAndGoesOnUnderAnotherSecret() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser other = person.signInAgain(gateway(), clock);
        String before = person.browser().session();

        change(person.browser(), TestPerson.PASSWORD, NEXT);

        assertThat(other.state()).isEqualTo("signed-out");
        assertThat(gateway().exchange(before, "core").status()).isEqualTo(400);
        assertThat(person.browser().state()).isEqualTo("signed-in");
    }

    @Test
    void isToldByMailAndLeavesAnEntry() {
        TestPerson person = TestPerson.setUp(gateway(), "client");

        change(person.browser(), TestPerson.PASSWORD, NEXT);

        assertThat(count("SELECT count(*) FROM notice WHERE kind = 'password-changed' AND account_id = ?", person))
                .isOne();
        assertThat(entries(person, "done")).isOne();
    }

    @Test
    void needsThePresentOne() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        assertThat(change(person.browser(), "not it at all, sorry", NEXT).outcome())
                .isEqualTo("401 wrong-password");

        assertThat(gateway()
                        .browser()
                        .signIn(person.email(), TestPerson.PASSWORD)
                        .text("state"))
                .isEqualTo("second-factor");
        assertThat(entries(person, "refused")).isOne();
    }

    @Test
    void needsASecondFactorOfAMomentAgo() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofMinutes(6));

        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).outcome())
                .isEqualTo("403 step-up-required");

        person.stepUp(clock);
        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).status()).isEqualTo(200);
    }

    @Test
    void isForNobodyHalfWayIn() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser halfway = gateway().browser();
        halfway.signIn(person.email(), person.password());
        TestBrowser settingUp = gateway().browser();
        TestPerson.accept(gateway().invite(TestPerson.freshEmail(), "Someone", "admin"), settingUp);
        TestBrowser locked = person.signInAgain(gateway(), clock);
        locked.post("/auth/lock", Map.of());

        for (TestBrowser browser : List.of(gateway().browser(), halfway, settingUp, locked)) {
            assertThat(change(browser, TestPerson.PASSWORD, NEXT).outcome()).isEqualTo("401 signed-out");
        }
    }

    @Test
    void takesNoWeakOneNorTheSameAndUsesUpNoTryForThat() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Map<String, String> reasons = Map.of(
                "short",
                "too-short",
                "aaaaaaaaaaaaaaaa",
                "repeated",
                "abcdefghijkl1234567890",
                "sequence",
                "P4ssw0rd!P4ssw0rd!",
                "common",
                TestPerson.PASSWORD,
                "unchanged",
                person.email(),
                "personal");

        reasons.forEach((next, reason) -> {
            Answer answer = change(person.browser(), TestPerson.PASSWORD, next);
            assertThat(answer.outcome() + " " + answer.text("reason"))
                    .as(next)
                    .isEqualTo("422 weak-password " + reason);
        });

        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).status()).isEqualTo(200);
    }

    @Test
    void canBeGuessedAtFiveTimes() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(change(person.browser(), "a guess of somebody " + guess, NEXT)
                            .outcome())
                    .isEqualTo("401 wrong-password");
        }

        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).outcome())
                .isEqualTo("429 too-many-tries");
    }

    @Test
    void isForPeopleWithAPasskeyToo() {
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "practitioner", new TestDevice());

        assertThat(change(person.browser(), TestPerson.PASSWORD, NEXT).status()).isEqualTo(200);
    }

    @Test
    void happensOnceHoweverManyWantItAtOnce() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        List<TestBrowser> browsers = IntStream.range(0, 4)
                .mapToObj(i -> person.signInAgain(gateway(), clock))
                .toList();
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(browsers.stream()
                    .<Callable<Integer>>map(
                            browser -> () -> change(browser, TestPerson.PASSWORD, NEXT + browsers.indexOf(browser))
                                    .status())
                    .toList())) {
                answers.add(future.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
    }

    private static Answer change(TestBrowser browser, String present, String next) {
        return browser.post("/auth/password", Map.of("present", present, "next", next));
    }

    private long entries(TestPerson person, String outcome) {
        return count(
                "SELECT count(*) FROM audit_entry WHERE act = 'password.changed' AND outcome = '" + outcome
                        + "' AND subject = ?::text",
                person);
    }

    private long count(String sql, TestPerson person) {
        return jdbc.sql(sql)
                .param(UUID.fromString(person.id()))
                .query(Long.class)
                .single();
    }
}
