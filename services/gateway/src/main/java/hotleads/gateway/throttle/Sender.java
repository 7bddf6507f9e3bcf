package hotleads.gateway.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a request is counted for. */
final class Sender {
    private static final int NETWORK_BYTES = 8;

    private Sender() {}

    static String of(String address) {
        // One subscriber holds a whole IPv6 /64 and could take a fresh address for each request.
        return address.indexOf(':') < 0 ? address : networkOf(address);
    }

    private static String networkOf(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    }
}
