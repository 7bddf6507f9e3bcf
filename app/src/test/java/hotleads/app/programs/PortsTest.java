package hotleads.app.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortIsGivenTwice() {
        Ports ports = new Ports(new SecureRandom());

        assertThat(IntStream.range(0, 50).map(ignored -> ports.free()).distinct())
                .hasSize(50);
    }

    @Test
    void aTakenPortIsRefusedWithTheOptionToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.refuseWhenTaken(port, "--simulators-port"))
                    .hasMessage("Port " + port + " is in use by another program. Stop it, or choose another:"
                            + " --simulators-port " + (port + 1));
        }
    }
}
