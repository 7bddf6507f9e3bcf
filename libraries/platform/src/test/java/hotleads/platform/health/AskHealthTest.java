package hotleads.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskHealthTest {
    private final HttpServer program;
    private volatile int status = 200;

    AskHealthTest() throws IOException {
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        program.createContext("/healthz", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
    }

    @Test
    void aProgramThatSaysSoIsAlive() {
        assertThat(AskHealth.isAlive(port(), false)).isTrue();
    }

    @Test
    void oneThatAnswersOtherwiseIsNot() {
        status = 503;

        assertThat(AskHealth.isAlive(port(), false)).isFalse();
    }

    @Test
    void oneThatDoesNotListenIsNotWhateverItSpeaks() {
        int port = port();
        program.stop(0);

        assertThat(AskHealth.isAlive(port, false)).isFalse();
        assertThat(AskHealth.isAlive(port, true)).isFalse();
    }

    private int port() {
        return program.getAddress().getPort();
    }
}
