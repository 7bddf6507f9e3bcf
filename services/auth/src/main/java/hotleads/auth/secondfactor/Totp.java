package hotleads.auth.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes as authenticator apps make them: six digits, SHA-1, 30 seconds (RFC 6238). */
public final class Totp {
    public static final int SECRET_BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();
    static final int STEPS_AROUND = 1;

    private Totp() {}

    /** The step whose code this is, one step of clock error either way; empty when it is none's. */
    public static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        byte[] typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        // All of them are compared, whatever matched first.
        for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
            if (MessageDigest.isEqual(typed, codeAt(secret, step).getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static String codeAt(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("The secret is not a key");
        }
    }
}
