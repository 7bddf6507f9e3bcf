package hotleads.simulators.codes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238. */
final class Totp {

    private Totp() {}

    /** {@code hash} is SHA1, SHA256 or SHA512. */
    static String code(byte[] key, Instant at, Duration step, int digits, String hash) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(at.getEpochSecond(), step.toSeconds()))
                .array();
        byte[] mac = mac(key, counter, "Hmac" + hash);
        // RFC 4226 5.3: the last four bits say where the number begins, its sign bit is dropped.
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
    }

    private static byte[] mac(byte[] key, byte[] message, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalArgumentException("There is no " + algorithm, unknown);
        }
    }
}
