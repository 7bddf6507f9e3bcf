package hotleads.platform.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the program on this machine whether it is alive, where no other program is at hand to ask with: ends with 0 when
 * it is. Of one that speaks TLS it is enough that it listens, for the load balancer asks the rest.
 */
public final class AskHealth {
    private static final int LONGEST_MILLIS = 4_000;
    private static final int LONGEST_STATUS_LINE = 15;

    private AskHealth() {}

    /** The port is the program's own setting. */
    public static void main(String[] arguments) {
        boolean alive = isAlive(
                Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080")),
                System.getenv().keySet().stream().anyMatch(name -> name.startsWith("HOTLEADS_TLS_")));
        System.exit(alive ? 0 : 1);
    }

    static boolean isAlive(int port, boolean speaksTls) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LONGEST_MILLIS);
            return speaksTls || answers(socket);
        } catch (IOException dead) {
            return false;
        }
    }

    private static boolean answers(Socket socket) throws IOException {
        socket.setSoTimeout(LONGEST_MILLIS);
        socket.getOutputStream()
                .write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream answer = socket.getInputStream();
        String status = new String(answer.readNBytes(LONGEST_STATUS_LINE), StandardCharsets.US_ASCII);
        return status.startsWith("HTTP/1.1 200");
    }
}
