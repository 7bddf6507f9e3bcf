package hotleads.app.programs;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/** Free ports on loopback for the programs, and a refusal for a taken one that the person chose. */
public final class Ports {
    // Below the range outgoing connections take theirs from: a program that died finds its port free again.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Set<Integer> given = new HashSet<>();
    private final SecureRandom random;

    public Ports(SecureRandom random) {
        this.random = random;
    }

    /** A port that is free now and was not given before. */
    public int free() {
        int candidate = random.nextInt(LOWEST, HIGHEST);
        while (!given.add(candidate) || !isFree(candidate)) {
            candidate = random.nextInt(LOWEST, HIGHEST);
        }
        return candidate;
    }

    /** @throws Refusal naming the port and the option to choose another with */
    public static void refuseWhenTaken(int port, String option) {
        if (!isFree(port)) {
            throw new Refusal("Port " + port + " is in use by another program. Stop it, or choose another: " + option
                    + " " + (port + 1));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the programs do: a port whose last connections still fade away counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (java.net.BindException taken) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
