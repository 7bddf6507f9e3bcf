package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
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

class SecondFactorTest extends RunningAuth {
    @Test
    void isAskedOfNobodyWhoseWordIsNotRightYet() {
        assertThat(prove(gateway().browser(), "123456").outcome()).isEqualTo("401 signed-out");
    }

    @Test
    void takesACodeOneStepEarlyOrLateAndNoFurther() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (int off : new int[] {-30, 0, 30}) {
            clock.forward(Duration.ofMinutes(3));
            TestBrowser browser = halfSignedIn(person);
            assertThat(prove(browser, person.phone().code(Duration.ofSeconds(off)))
                            .text("state"))
                    .isEqualTo("signed-in");
        }
        for (int off : new int[] {-60, 60}) {
            clock.forward(Duration.ofMinutes(3));
            TestBrowser browser = halfSignedIn(person);
            assertThat(prove(browser, person.phone().code(Duration.ofSeconds(off)))
                            .outcome())
                    .isEqualTo("401 wrong-code");
        }
    }

    @Test
    void takesACodeOnceEvenInAnotherBrowser() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(30));
        TestBrowser first = halfSignedIn(person);
        TestBrowser second = halfSignedIn(person);

        assertThat(prove(first, person.phone().code()).status()).isEqualTo(200);
        assertThat(prove(second, person.phone().code()).outcome()).isEqualTo("401 code-already-used");
        assertThat(second.state()).isEqualTo("second-factor");
    }

    @Test
    void takesNoCodeOfAStepBeforeOneThatWasUsed() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(60));
        String earlier = person.phone().code(Duration.ofSeconds(-30));
        prove(halfSignedIn(person), person.phone().code());

        assertThat(prove(halfSignedIn(person), earlier).outcome()).isEqualTo("401 code-already-used");
    }

    @Test
    void lets1Of100WinWhoUseTheSameCodeAtOnce() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(30));
        List<TestBrowser> browsers =
                IntStream.range(0, 100).mapToObj(i -> halfSignedIn(person)).toList();
        String code = person.phone().code();

        List<Answer> answers = atOnce(browsers.stream()
                .<Callable<Answer>>map(browser -> () -> prove(browser, code))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(browsers)
                .filteredOn(
                        browser -> gateway().exchange(browser.session(), "core").status() == 200)
                .hasSize(1);
    }

    @Test
    void evaluatesFiveWrongCodesAndThenNotEvenTheRightOne() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(30));
        TestBrowser browser = halfSignedIn(person);
        IntStream.range(0, 5)
                .forEach(i -> assertThat(
                                prove(browser, person.phone().wrongCode()).outcome())
                        .isEqualTo("401 wrong-code"));

        assertThat(prove(browser, person.phone().code()).outcome()).isEqualTo("429 too-many-tries");
        clock.forward(Duration.ofMinutes(15));
        assertThat(prove(halfSignedIn(person), person.phone().code()).status()).isEqualTo(200);
    }

    @Test
    void evaluates20WrongCodesADayAtMost() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        int evaluated = 0;
        for (int round = 0; round < 12; round++) {
            clock.forward(Duration.ofMinutes(15));
            TestBrowser browser = halfSignedIn(person);
            for (int i = 0; i < 6; i++) {
                evaluated += prove(browser, person.phone().wrongCode()).code().equals("wrong-code") ? 1 : 0;
            }
        }

        assertThat(evaluated).isEqualTo(20);
    }

    @Test
    void hasToComeWithinTenMinutesOfThePassword() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = halfSignedIn(person);
        clock.forward(Duration.ofMinutes(10));

        assertThat(prove(browser, person.phone().code()).outcome()).isEqualTo("401 signed-out");
    }

    private TestBrowser halfSignedIn(TestPerson person) {
        TestBrowser browser = gateway().browserAt(UUID.randomUUID().toString());
        assertThat(browser.signIn(person.email(), person.password()).text("state"))
                .isEqualTo("second-factor");
        return browser;
    }

    private static Answer prove(TestBrowser browser, String code) {
        return browser.post("/auth/second-factor", Map.of("code", code));
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
