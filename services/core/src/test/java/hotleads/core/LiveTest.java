package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What an open browser hears. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void aChangeOfTheListReachesAnOpenStreamAsAVersionAndNothingElse() throws Exception {
        try (BufferedReader stream = open("0")) {
            long before = nextVersion(stream);
            core.sync.acuity.put(
                    1L,
                    appointment(1).at(now.plus(Duration.ofDays(2))).cancelled().build());
            core.hook("canceled", 1);

            String heard = nextData(stream);

            assertThat(heard).matches("\\{\"version\":\\d+}");
            assertThat(version(heard)).isGreaterThan(before);
        }
    }

    @Test
    void aStreamResumedAtTheNewestVersionHearsOnlyWhatIsNewer() throws Exception {
        long newest;
        try (BufferedReader stream = open("0")) {
            newest = nextVersion(stream);
        }
        try (BufferedReader resumed = open(Long.toString(newest))) {
            core.sync.acuity.put(
                    2L,
                    appointment(2)
                            .named("Di", "Resumed")
                            .at(now.plus(Duration.ofDays(2)))
                            .cancelled()
                            .build());
            core.hook("canceled", 2);

            assertThat(nextVersion(resumed)).isGreaterThan(newest);
        }
    }

    @Test
    @Timeout(20)
    void anOpenStreamHoldsUpNoShutdown() throws Exception {
        try (SomeCore stopping = SomeCore.started();
                BufferedReader stream = open(stopping, "0")) {
            nextVersion(stream);

            stopping.stop();

            // It comes to its end, or the time-out of this test does.
            assertThat(stream.transferTo(Writer.nullWriter())).isNotNegative();
        }
    }

    private BufferedReader open(String lastEventId) throws IOException, InterruptedException {
        return open(core, lastEventId);
    }

    private static BufferedReader open(SomeCore core, String lastEventId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(core.uri("/api/live"))
                .header("Authorization", "Bearer " + core.tony())
                .header("Last-Event-ID", lastEventId)
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static long nextVersion(BufferedReader stream) throws IOException {
        return version(nextData(stream));
    }

    private static String nextData(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        assertThat(line).isNotNull();
        return String.valueOf(line).substring("data:".length());
    }

    private static long version(String data) {
        return Long.parseLong(data.replaceAll("\\D", ""));
    }
}
