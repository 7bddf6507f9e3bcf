package hotleads.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The public key that a chain's anchors are checked with (Ed25519). */
public final class AnchorKey {
    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] bytes;
    private final PublicKey key;

    /** @throws IllegalArgumentException when these are no such key */
    public AnchorKey(byte[] bytes) {
        byte[] encoded = new byte[X509.length + bytes.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(bytes, 0, encoded, X509.length, bytes.length);
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("Not an Ed25519 key", malformed);
        }
        this.bytes = bytes.clone();
    }

    boolean is(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }

    boolean signed(byte[] message, byte[] by) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(by);
        } catch (GeneralSecurityException malformed) {
            // A signature of another shape is simply not ours.
            return false;
        }
    }

    /** Short enough to compare by eye. */
    public String fingerprint() {
        return fingerprint(bytes);
    }

    /** The fingerprint of any key, whether it is one or not. */
    public static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.ofDelimiter(":").formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java without SHA-256", impossible);
        }
    }
}
