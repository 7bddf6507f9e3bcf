package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.RawConnection;
import hotleads.gateway.SomeEdge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever holds many connections keeps nobody else out for long. */
@Timeout(60)
class ManyConnectionsTest {
    private final SomeEdge edge = SomeEdge.with("--gateway.waits.gap=5s");
    private final List<Socket> held = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket one : held) {
            one.close();
        }
        edge.close();
    }

    @Test
    void anAnsweredConnectionIsKeptUntilHalfOfAllAreTaken() throws IOException {
        try (RawConnection early = edge.connect()) {
            assertThat(asked(early)).doesNotContain("Connection: close");

            hold(Limits.CONNECTIONS / 2);

            // Those that are held may not have been accepted yet.
            while (!asked(early).contains("Connection: close")) {
                Thread.onSpinWait();
            }
            assertThat(early.hearAll()).isEmpty();
        }
    }

    @Test
    void whoSayNothingMakeRoomForWhoWait() throws IOException {
        hold(Limits.CONNECTIONS);

        assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
    }

    private String asked(RawConnection connection) {
        connection.say("GET /healthz HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\n\r\n");
        return connection.hearUntil("{\"status\":\"up\"}");
    }

    private void hold(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            held.add(new Socket(InetAddress.getLoopbackAddress(), edge.port));
        }
    }
}
