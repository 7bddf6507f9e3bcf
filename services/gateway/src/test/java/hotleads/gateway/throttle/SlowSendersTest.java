package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.RawConnection;
import hotleads.gateway.SomeEdge;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowSendersTest {
    private static final SomeEdge EDGE =
            SomeEdge.with("--gateway.waits.gap=400ms", "--gateway.waits.head=800ms", "--gateway.waits.idle=400ms");

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void whoFallSilentWithinTheHeadLoseTheConnection() {
        try (RawConnection slow = EDGE.connect()) {
            assertThat(slow.say("GET / HTTP/1.1\r\nHost: loc").hearAll()).isEmpty();
        }
    }

    @Test
    void whoDripTheHeadLoseTheConnectionTooThoughTheyAreNeverSilent() {
        try (RawConnection slow = EDGE.connect()) {
            slow.say("GET / HTTP/1.1\r\nX-Drip: ");
            int drops = dripUntilRefused(slow);

            // Tomcat's own time-out alone would let it go on to the full 16 KiB.
            assertThat(drops).isBetween(1, 16_000);
        }
    }

    @Test
    void whoSayNothingAtAllLoseTheConnection() {
        try (RawConnection silent = EDGE.connect()) {
            assertThat(silent.hearAll()).isEmpty();
        }
    }

    @Test
    void whoFallSilentWithinTheBodyAreTold() {
        try (RawConnection slow = EDGE.connect()) {
            String answer = slow.say(head(100, "") + "half of").hearAll();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"", "Connection: close");
        }
        assertThat(EDGE.webhooks.askedAtAll()).isEmpty();
    }

    @Test
    void whoDripTheBodyAreTold() {
        try (RawConnection slow = EDGE.connect()) {
            slow.say(head(100, "Expect: 100-continue\r\n")).hearUntil("HTTP/1.1 100 \r\n\r\n");
            slow.say("a");
            EDGE.clock.forward(Duration.ofSeconds(16));
            String answer = slow.say("b").hearAll();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
        }
        assertThat(EDGE.webhooks.askedAtAll()).isEmpty();
    }

    @Test
    void keepNobodyElseWaiting() {
        try (RawConnection slow = EDGE.connect()) {
            slow.say(head(100, ""));

            assertThat(EDGE.post("/webhooks/zoom", "a=b").statusCode()).isEqualTo(200);
        }
        EDGE.webhooks.forget();
    }

    private static String head(int length, String more) {
        return "POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:" + EDGE.port + "\r\nContent-Length: " + length
                + "\r\n" + more + "\r\n";
    }

    /** One byte after another, each sent when the one before has surely left, until the other side ends it. */
    private static int dripUntilRefused(RawConnection slow) {
        int drops = 0;
        try {
            while (drops < 1_000_000) {
                slow.say("x");
                drops++;
                slow.waitAWhile(Duration.ofMillis(20));
            }
        } catch (UncheckedIOException ended) {
            // That is what the test wants to see.
        }
        return drops;
    }
}
