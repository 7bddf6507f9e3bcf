package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import hotleads.gateway.RawConnection;
import hotleads.gateway.SomeEdge;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(25)
class LiveTest {
    private static final SomeEdge EDGE =
            SomeEdge.with("--gateway.waits.recheck=100ms", "--gateway.waits.gap=1s", "--gateway.waits.silence=45s");

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    // A session of its own for each test, so that one test's streams do not count against the next.
    private final String cookie = SomeEdge.COOKIE + SESSIONS.incrementAndGet();
    private final LinkedBlockingQueue<Events> opened = new LinkedBlockingQueue<>();
    private final List<RawConnection> browsers = new ArrayList<>();

    @BeforeEach
    void playLiveEvents() {
        EDGE.core.forget();
        EDGE.auth.forget();
        EDGE.startSession();
        EDGE.clock.forward(Duration.ofHours(1));
        EDGE.core.answer("/api/live", this::open);
    }

    private void open(HttpExchange exchange) throws IOException {
        Events events = new Events(exchange);
        opened.add(events);
        events.say(": hello\n\n");
    }

    @AfterEach
    void goAway() {
        browsers.forEach(RawConnection::close);
        opened.forEach(Events::end);
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void passesEachEventOnAsItComes() throws InterruptedException {
        RawConnection browser = open("Last-Event-ID: 41\r\n");
        Events events = events();

        browser.hearUntil(": hello\n\n");
        events.say("id: 42\nevent: leads\ndata: {\"version\":42}\n\n");
        String first = browser.hearUntil("}\n\n");
        events.say(": heartbeat\n\n");
        browser.hearUntil(": heartbeat\n\n");

        assertThat(first).contains("data: {\"version\":42}");
        assertThat(EDGE.core.lastAsked("/api/live").header("last-event-id")).isEqualTo("41");
        assertThat(EDGE.core.lastAsked("/api/live").header("authorization")).isEqualTo("Bearer user-at-core");
    }

    @Test
    void endsWhenTheSessionHasEnded() throws InterruptedException {
        RawConnection browser = open("");
        Events events = events();
        browser.hearUntil(": hello\n\n");

        EDGE.endSession();

        assertThat(browser.hearAll()).endsWith("0\r\n\r\n");
        assertThat(events.isAbandoned()).isTrue();
    }

    @Test
    void endsWhenNobodyCanVouchForTheSession() throws InterruptedException {
        RawConnection browser = open("");
        events();
        browser.hearUntil(": hello\n\n");

        EDGE.auth.answer("/oauth/token", 500, "{}");

        assertThat(browser.hearAll()).endsWith("0\r\n\r\n");
    }

    @Test
    void keepsNoSessionAwake() throws InterruptedException {
        open("").hearUntil(": hello\n\n");
        events();

        assertThat(EDGE.auth.asked("/oauth/token"))
                .filteredOn(asked -> asked.body().contains("token-exchange"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.body()).endsWith("&passive=true"));
    }

    @Test
    void lastsAsLongAsThereAreHeartbeats() throws InterruptedException {
        RawConnection browser = open("");
        Events events = events();
        browser.hearUntil(": hello\n\n");

        for (int heartbeats = 0; heartbeats < 8; heartbeats++) {
            EDGE.clock.forward(Duration.ofSeconds(15));
            events.say(": heartbeat " + heartbeats + "\n\n");
            browser.hearUntil(": heartbeat " + heartbeats + "\n\n");
        }
    }

    @Test
    void endsWhenCoreFellSilent() throws InterruptedException {
        RawConnection browser = open("");
        Events events = events();
        browser.hearUntil(": hello\n\n");

        EDGE.clock.forward(Duration.ofSeconds(46));

        assertThat(browser.hearAll()).endsWith("0\r\n\r\n");
        assertThat(events.isAbandoned()).isTrue();
    }

    @Test
    void endsWhenCoreEndsIt() throws InterruptedException {
        RawConnection browser = open("");
        Events events = events();
        browser.hearUntil(": hello\n\n");

        events.end();

        assertThat(browser.hearAll()).endsWith("0\r\n\r\n");
    }

    @Test
    void endsWhenTheEdgeIsToldToStop() throws InterruptedException {
        SomeEdge stopping = SomeEdge.with("--gateway.waits.recheck=100ms");
        stopping.core.answer("/api/live", this::open);
        RawConnection browser = stopping.connect()
                .say("GET /api/live HTTP/1.1\r\nHost: localhost:" + stopping.port + "\r\nConnection: close\r\nCookie: "
                        + cookie + "\r\n\r\n");
        browsers.add(browser);
        browser.hearUntil(": hello\n\n");

        // Within the time-out of this class, which is below what a graceful shutdown would wait for a stream.
        stopping.close();

        assertThat(browser.hearAll()).endsWith("0\r\n\r\n");
    }

    @Test
    void letsCoreGoWhenTheBrowserHasGone() throws InterruptedException {
        RawConnection browser = open("");
        Events events = events();
        browser.hearUntil(": hello\n\n");

        browser.close();

        assertThat(events.isAbandoned()).isTrue();
    }

    @Test
    void waitsForASlowReaderWithoutHoardingAndLetsGoOfAStoppedOne() throws InterruptedException {
        open("");
        Events events = events();
        String big = ": " + "x".repeat(64 * 1024) + "\n\n";
        int taken = 0;
        while (taken < 1_000 && events.says(big)) {
            taken++;
        }

        // Sockets and one buffer hold some megabytes; 64 MB would mean that the edge keeps what nobody reads.
        assertThat(taken).isLessThan(1_000);
    }

    @Test
    void opensAtMostSixForOneSession() throws InterruptedException {
        for (int streams = 0; streams < 6; streams++) {
            open("").hearUntil(": hello\n\n");
            events();
        }

        var seventh = EDGE.get("/api/live", "Cookie", cookie);

        assertThat(seventh.statusCode()).isEqualTo(429);
        assertThat(seventh.body()).contains("\"code\":\"too-many-streams\"");
    }

    @Test
    void needsASession() {
        assertThat(EDGE.get("/api/live").statusCode()).isEqualTo(401);
        EDGE.endSession();
        assertThat(EDGE.get("/api/live", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void passesARefusalOn() {
        EDGE.core.answer("/api/live", 403, "{\"code\":\"not-allowed\"}", "Content-Type", "application/problem+json");

        var answer = EDGE.get("/api/live", "Cookie", cookie);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not-allowed");
    }

    private RawConnection open(String headers) {
        RawConnection browser = EDGE.connect()
                .say("GET /api/live HTTP/1.1\r\nHost: localhost:" + EDGE.port + "\r\nConnection: close\r\nCookie: "
                        + cookie + "\r\n" + headers + "\r\n");
        browsers.add(browser);
        return browser;
    }

    private Events events() throws InterruptedException {
        Events events = opened.poll(20, TimeUnit.SECONDS);
        assertThat(events).isNotNull();
        return events;
    }

    /** Core's end of a stream. */
    private static final class Events {
        private final HttpExchange exchange;
        private final OutputStream out;

        Events(HttpExchange exchange) throws IOException {
            this.exchange = exchange;
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            this.out = exchange.getResponseBody();
        }

        void say(String text) {
            assertThat(says(text)).isTrue();
        }

        /** Whether the other side still takes it. */
        boolean says(String text) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
                return true;
            } catch (IOException gone) {
                return false;
            }
        }

        /** Heartbeats go on until the edge no longer takes them. */
        boolean isAbandoned() {
            int beats = 0;
            while (beats < 1_000_000 && says(": heartbeat\n\n")) {
                beats++;
                Thread.onSpinWait();
            }
            return beats < 1_000_000;
        }

        void end() {
            exchange.close();
        }
    }
}
