package hotleads.app.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** One address of this machine's own network after another, so that strangers are not counted as one. */
final class SourceAddresses {
    private static final int FIRST = 2;
    private static final int A_BLOCK = 250;

    private int given;

    synchronized InetAddress next() {
        int number = given++;
        byte[] address = {127, 1, (byte) (number / A_BLOCK), (byte) (FIRST + number % A_BLOCK)};
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
