package hotleads.gateway.balancer;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses, as {@code 10.20.0.0/24}. */
record Net(InetAddress first, int bits) {
    /** @throws IllegalArgumentException when it is written otherwise */
    static Net parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text + " is no range of addresses such as 10.20.0.0/24");
        }
        Net net = new Net(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        if (net.bits < 1 || net.bits > net.first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(text + " is no range of addresses such as 10.20.0.0/24");
        }
        return net;
    }

    boolean holds(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && Arrays.equals(masked(ours), masked(theirs));
    }

    private byte[] masked(byte[] address) {
        byte[] kept = new byte[address.length];
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            kept[bit / Byte.SIZE] |= (byte) (address[bit / Byte.SIZE] & mask);
        }
        return kept;
    }
}
