package hotleads.auth.secondfactor;

import java.security.SecureRandom;

/** A code that people print, keep and type one day: letters that can be told apart, in groups of four. */
public final class PrintedCode {
    private static final int BYTES = 20;

    private PrintedCode() {}

    /** 160 random bits. */
    public static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return RecoveryCode.grouped(Base32.LEGIBLE.encode(bytes));
    }

    /** A typed code in the one spelling that is compared. */
    public static String normal(String typed) {
        return RecoveryCode.normal(typed);
    }
}
