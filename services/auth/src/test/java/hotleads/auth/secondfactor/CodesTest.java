package hotleads.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long second, String code) {
        assertThat(Totp.stepOf(RFC_SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"'287 082'", "'287082 '"})
    void mayBeTypedWithSpaces(String typed) {
        assertThat(Totp.stepOf(RFC_SECRET, typed, Instant.ofEpochSecond(59))).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"''", "28708", "2870820", "94287082", "abcdef", "\u0662\u0668\u0667\u0660\u0668\u0662"})
    void areNothingElse(String typed) {
        assertThat(Totp.stepOf(RFC_SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void writeKeysAsTheStandardDoes() {
        assertThat(Base32.RFC_4648.encode("fooba".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTB");
        assertThat(Base32.RFC_4648.encode(RFC_SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void forRecoveryAreLegibleAndAllDifferent() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = RecoveryCode.random(1, random).code();
            assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(seen.add(code)).isTrue();
        }
    }

    @Test
    void forRecoveryMayBeTypedAsTheyLook() {
        assertThat(RecoveryCode.normal("o0il-abcd efgh-jkmn")).isEqualTo("0011ABCDEFGHJKMN");
    }
}
