package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Any program that is told to end where others know its address for a while. */
class LingerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void goesOnAnsweringUntilItsTimeIsOver() throws Exception {
        try (Program program = new Program("HOTLEADS_LINGER=3600")) {
            int port = program.port();
            Thread ending = Thread.ofPlatform().start(program::stop);
            while (!program.isEnding()) {
                Thread.onSpinWait();
            }

            // Without its while it would be gone by then.
            assertThat(ending.join(Duration.ofSeconds(1))).isFalse();
            assertThat(healthAt(port)).isEqualTo(200);

            // In place of the hour.
            ending.interrupt();
            ending.join();
            assertThatThrownBy(() -> healthAt(port)).isInstanceOf(ConnectException.class);
        }
    }

    private static int healthAt(int port) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/healthz"))
                .build();
        return CLIENT.send(health, BodyHandlers.discarding()).statusCode();
    }
}
