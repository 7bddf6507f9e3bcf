package hotleads.webhooks.acuity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a delivery was signed with the account's API key, the one in use or the one before. */
@Component
class AcuitySignature {
    static final String HEADER = "X-Acuity-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac current;
    private final Mac previous;

    AcuitySignature(AcuityProperties keys) {
        this.current = macWith(keys.apiKey().revealBytes());
        // Without a previous key a random one stands in, so that a check always costs two.
        this.previous = macWith(
                keys.apiKeyPrevious().isBlank()
                        ? new SecureRandom().generateSeed(32)
                        : keys.apiKeyPrevious().revealBytes());
    }

    boolean isValid(byte[] body, @Nullable String signature) {
        byte[] offered = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.UTF_8);
        // Both are always tried, and without a short cut, so that the time does not tell which key was near.
        return matches(current, body, offered) | matches(previous, body, offered);
    }

    private static boolean matches(Mac key, byte[] body, byte[] offered) {
        // The texts are compared, not what they decode to: a lenient base64 would take many texts for one signature.
        return MessageDigest.isEqual(Base64.getEncoder().encode(copyOf(key).doFinal(body)), offered);
    }

    /** A copy is cheaper than a new Mac, whose key would have to be scheduled again for each delivery. */
    private static Mac copyOf(Mac key) {
        try {
            return (Mac) key.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", impossible);
        }
    }

    private static Mac macWith(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
        }
    }
}
