package hotleads.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A new key signs a chain's anchors from some number on: announced by the key before it, so that whoever trusts that
 * one can trust this one.
 *
 * @param key the new one's public part
 * @param follows the public part of the one before it
 * @param signature of that one, over {@link #toSign}
 */
public record KeyChange(byte[] key, byte[] follows, byte[] signature) {
    private static final byte[] PREFIX = "hotleads.anchorkey.1\0".getBytes(StandardCharsets.UTF_8);

    /** What the key before signs. */
    public static byte[] toSign(byte[] key, byte[] follows) {
        return ByteBuffer.allocate(PREFIX.length + follows.length + key.length)
                .put(PREFIX)
                .put(follows)
                .put(key)
                .array();
    }
}
