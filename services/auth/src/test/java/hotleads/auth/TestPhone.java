package hotleads.auth;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that took the key as typed text. */
public final class TestPhone {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final byte[] secret;
    private final Clock clock;

    public TestPhone(String typed, Clock clock) {
        BigInteger number = typed.chars()
                .mapToObj(letter -> BigInteger.valueOf(ALPHABET.indexOf(letter)))
                .reduce(BigInteger.ZERO, (left, digit) -> left.shiftLeft(5).add(digit));
        byte[] bytes = number.toByteArray();
        int length = typed.length() * 5 / 8;
        byte[] padded = new byte[Math.max(length, bytes.length)];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        this.secret = Arrays.copyOfRange(padded, padded.length - length, padded.length);
        this.clock = clock;
    }

    public String code() {
        return code(Duration.ZERO);
    }

    /** What the phone shows when its clock is off. */
    public String code(Duration off) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"),
                            clock.instant().plus(off));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A code that is surely wrong now. */
    public String wrongCode() {
        String wrong = "000000";
        while (wrong.equals(code())
                || wrong.equals(code(Duration.ofSeconds(30)))
                || wrong.equals(code(Duration.ofSeconds(-30)))) {
            wrong = String.format("%06d", Integer.parseInt(wrong) + 1);
        }
        return wrong;
    }
}
