package hotleads.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.passwords.PasswordPolicy.Weakness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy();
    private final List<String> tony = List.of("tony.marsh@riverside.test", "Tony Marsh");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green kettles sing",
                "x7Q!m2Lp9#vT",
                "correct the summer hours, Tony",
                "\u043f\u0430\u0440\u043e\u043b\u044c \u0441 \u0440\u0435\u043a\u043e\u0439",
                "\ud83e\udd9c\ud83c\udf32\ud83e\ude81\ud83d\ude82\ud83c\udf4b\ud83e\udded\ud83c\udfba\ud83e\udda6\ud83c\udf0b\ud83e\uddf2\ud83e\uded6\ud83e\udd41"
            })
    void takesWhatIsLongAndNotFirstToBeGuessed(String password) {
        assertThat(policy.weaknessOf(password, tony)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, TOO_SHORT",
        "aaaaaaaaaaaaaa, REPEATED",
        "abcabcabcabcabc, REPEATED",
        "lolalolalolalola1, REPEATED",
        "12345678901234, SEQUENCE",
        "qwertyuiopasdfgh, SEQUENCE",
        "zyxwvutsrqponm, SEQUENCE",
        "tonymarsh2026!, PERSONAL",
        "Riverside.Tony1, PERSONAL",
        "Hotleads2026!!, PERSONAL",
        "Password2026!!, COMMON",
        "P@ssw0rdP@55word, COMMON",
        "Letmein!Welcome1, COMMON",
        "correcthorsebatterystaple, COMMON"
    })
    void refusesWhatGuessersTryFirstAndSaysWhy(String password, Weakness why) {
        assertThat(policy.weaknessOf(password, tony)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mailcreated5240", "\uff4dailcreated5240", "leavemealone1", "manchesterunited", "thunderstruck"})
    void refusesWhatIsKnownFromLeaks(String password) {
        assertThat(policy.weaknessOf(password, tony)).contains(Weakness.BREACHED);
    }

    @Test
    void comparesWithMoreThanTheThreeThousandMostUsedOfItsLength() {
        assertThat(BreachedPasswords.read().count()).isGreaterThan(40_000);
    }

    @Test
    void findsLongWordsThatBeginWithShorterOnes() {
        assertThat(policy.weaknessOf("Plantedfirst Plantedlast", List.of("planted@x.test", "Plantedfirst Plantedlast")))
                .contains(Weakness.PERSONAL);
    }

    @Test
    void takesUpTo256Characters() {
        String long256 = "seven green kettles sing ".repeat(11).substring(0, 255) + "!";

        assertThat(policy.weaknessOf(variedOf(256), tony)).isEmpty();
        assertThat(policy.weaknessOf(long256 + "!", tony)).contains(Weakness.TOO_LONG);
    }

    private static String variedOf(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append("kettle ").append(i * 37);
        }
        return text.substring(0, length);
    }
}
