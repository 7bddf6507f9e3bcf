package hotleads.simulators.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String TEN = "1234567890";

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void givesTheCodesOfTheRfc(long second, String sha1, String sha256, String sha512) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(code(TEN.repeat(2), at, "SHA1")).isEqualTo(sha1);
        assertThat(code(TEN.repeat(3) + "12", at, "SHA256")).isEqualTo(sha256);
        assertThat(code(TEN.repeat(6) + "1234", at, "SHA512")).isEqualTo(sha512);
    }

    @Test
    void readsTheAddressAnAuthenticatorTakes() {
        var key = PhoneKey.read(
                        "otpauth://totp/Some%20App:someone@demo.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8&period=30")
                .orElseThrow();

        assertThat(key.label()).isEqualTo("Some App:someone@demo.test");
        assertThat(key.codeAt(Instant.ofEpochSecond(59))).isEqualTo("94287082");
        assertThat(key.secondsLeftAt(Instant.ofEpochSecond(59))).isEqualTo(1);
    }

    @Test
    void readsTheBareKeyWithBlanksAndSmallLetters() {
        var key = PhoneKey.read(" gezd gnbv gy3t qojq gezd gnbv gy3t qojq ").orElseThrow();

        assertThat(key.codeAt(Instant.ofEpochSecond(59))).isEqualTo("287082");
    }

    @ParameterizedTest
    @CsvSource({
        "not a key!",
        "otpauth://hotp/x?secret=GEZDGNBV",
        "otpauth://totp/x?secret=",
        "otpauth://totp/x?secret=GEZDGNBV&digits=many",
        "otpauth://totp/x?secret=GEZDGNBV&period=0",
        "otpauth://totp/x?secret=GEZDGNBV&algorithm=MD5",
        "otpauth://totp/%zz"
    })
    void refusesWhatIsNoKey(String text) {
        assertThat(PhoneKey.read(text)).isEmpty();
    }

    private static String code(String key, Instant at, String hash) {
        return Totp.code(key.getBytes(StandardCharsets.US_ASCII), at, Duration.ofSeconds(30), 8, hash);
    }
}
