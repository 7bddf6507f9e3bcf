package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestPerson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Strangers who sign in from everywhere at once, each check as slow as it likes to be. */
@Timeout(120)
class FloodTest extends RunningAuth {
    private static final int BOGUS = 2_000;
    private static final int AT_ONCE = 256;
    private static final int PLACES = Runtime.getRuntime().availableProcessors() * 51;

    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void letEverybodyGo() {
        slow.countDown();
    }

    @Test
    void neitherStopsWhoIsSignedInNorLocksAnyoneOut() throws Exception {
        TestPerson honest = TestPerson.setUp(gateway(), "admin");
        String session = honest.browser().session();
        int before = hashing.checks();
        CountDownLatch answered = new CountDownLatch(BOGUS - PLACES);
        hashing.waitFor(slow);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Answer>> flood = new ArrayList<>();
            IntStream.range(0, BOGUS).forEach(i -> flood.add(threads.submit(() -> bogus(answered))));
            answered.await();

            assertThat(gateway().exchange(session, "core").status())
                    .as("who is signed in is served while every place is taken")
                    .isEqualTo(200);
            assertThat(anyBrowser().signIn(honest.email(), honest.password()).outcome())
                    .as("who comes now is told to come again, and that does not count as a try")
                    .isEqualTo("503 busy");
            assertThat(hashing.checks() - before)
                    .as("hashes in work, fewer when those before were wrong too")
                    .isBetween(1, Runtime.getRuntime().availableProcessors());
            slow.countDown();
            List<String> outcomes = outcomes(flood);
            // On a machine that has no time some get no connection; whoever had a place was answered all the same.
            assertThat(outcomes).isSubsetOf("401 wrong-sign-in", "503 busy", "503 database-busy");
            assertThat(Collections.frequency(outcomes, "401 wrong-sign-in"))
                    .isBetween(PLACES - Collections.frequency(outcomes, "503 database-busy"), PLACES);
        }
        IntStream.range(0, 4).forEach(i -> anyBrowser().signIn(honest.email(), "not the right password"));
        assertThat(anyBrowser().signIn(honest.email(), honest.password()).text("state"))
                .isEqualTo("second-factor");
    }

    private Answer bogus(CountDownLatch answered) {
        try {
            Answer answer = anyBrowser().signIn(TestPerson.freshEmail(), "a guess at a password");
            if (answer.status() == 503) {
                assertThat(answer.headers().firstValue("Retry-After"))
                        .contains(answer.code().equals("busy") ? "2" : "5");
            }
            return answer;
        } finally {
            // Whatever it was: an answer that nobody expects must not be waited for for ever.
            answered.countDown();
        }
    }

    private static List<String> outcomes(List<Future<Answer>> flood) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Future<Answer> answer : flood) {
            outcomes.add(answer.get().outcome());
        }
        return outcomes;
    }

    private TestBrowser anyBrowser() {
        return gateway().browserAt(UUID.randomUUID().toString());
    }
}
