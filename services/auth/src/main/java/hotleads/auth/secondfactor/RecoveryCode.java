package hotleads.auth.secondfactor;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * One of ten codes for the day the phone is lost: 120 random bits, shown once.
 *
 * @param number as printed beside it, from 1
 */
public record RecoveryCode(int number, String code) {
    private static final int BYTES = 15;
    private static final int GROUP = 4;

    static RecoveryCode random(int number, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(number, grouped(Base32.LEGIBLE.encode(bytes)));
    }

    static String grouped(String letters) {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** A typed code in the one spelling that is compared: letters that read like digits are those digits. */
    static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    @Override
    public String toString() {
        return "[recovery code]";
    }
}
