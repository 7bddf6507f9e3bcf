package hotleads.webhooks.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.settings.Secret;
import hotleads.platform.timing.TimeLeak;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

/** How long a signature's check takes must not tell how much of it was right, nor under which key. */
class SignatureTimeTest {
    private static final int SAMPLES = 10_000;
    private static final int FEW_SAMPLES = 2_000;
    // The vector of Acuity's contract sheet.
    private static final byte[] BODY = "action=scheduled&id=123456789&calendarID=1234567&appointmentTypeID=7654321"
            .getBytes(StandardCharsets.US_ASCII);
    private static final String RIGHT = "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28=";
    private static final String RIGHT_BUT_THE_LAST = "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ29=";
    private static final String WRONG_FROM_THE_FIRST = "ALT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ29=";

    private final AcuitySignature signature = keys("abc123", "other");

    @Test
    void doesNotTellHowMuchOfItWasRight() {
        assertThat(TimeLeak.between(
                        offered -> assertThat(signature.isValid(BODY, offered)).isFalse(),
                        () -> fresh(RIGHT_BUT_THE_LAST),
                        () -> fresh(WRONG_FROM_THE_FIRST),
                        SAMPLES))
                .isLessThan(TimeLeak.LIMIT);
    }

    @Test
    void doesNotTellUnderWhichKeyItWasRight() {
        assertThat(TimeLeak.between(
                        either -> assertThat(either.isValid(BODY, RIGHT)).isTrue(),
                        () -> keys("abc123", "other"),
                        () -> keys("other", "abc123"),
                        FEW_SAMPLES))
                .isLessThan(TimeLeak.LIMIT);
    }

    @Test
    void wouldTellIfTheComparisonStoppedAtTheFirstDifference() {
        assertThat(TimeLeak.between(
                        SignatureTimeTest::stoppingAtTheFirstDifference,
                        () -> fresh(RIGHT_BUT_THE_LAST),
                        () -> fresh(WRONG_FROM_THE_FIRST),
                        SAMPLES))
                .isGreaterThan(TimeLeak.LIMIT);
    }

    /** Its own letters in memory, as those of each delivery are. */
    private static String fresh(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }

    private static AcuitySignature keys(String current, String previous) {
        return new AcuitySignature(new AcuityProperties(new Secret(current), new Secret(previous)));
    }

    /** Compares letter by letter, each as costly as a digest. */
    private static void stoppingAtTheFirstDifference(String offered) {
        for (int at = 0; at < RIGHT.length(); at++) {
            if (!MessageDigest.isEqual(digest(RIGHT.charAt(at)), digest(offered.charAt(at)))) {
                return;
            }
        }
    }

    private static byte[] digest(char letter) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(new byte[] {(byte) letter});
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
