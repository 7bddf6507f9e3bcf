package hotleads.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Any text as an address, a number, a name, and what somebody typed to find one. */
class NormaliseFuzzTest {
    private static final Normalise NORMALISE = new Normalise("US");

    @Test
    void whatIsNormalStaysAsItIsAndIsFound() {
        ShortRun.of(NormaliseFuzzTest.class, NormaliseFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);

        String email = Normalise.email(text);
        assertThat(email == null ? null : Normalise.email(email)).isEqualTo(email);
        String phone = NORMALISE.phone(text);
        assertThat(phone == null || phone.matches("\\+[0-9]{3,17}")).isTrue();
        String folded = Normalise.folded(text);
        assertThat(Normalise.folded(folded)).isEqualTo(folded);
        Set<String> words = Normalise.words(text);
        List<String> typed = Normalise.typedWords(text);
        assertThat(words).as("a name is found as it is written").containsAll(typed);
        assertThat(words).allMatch(word -> word.codePoints().allMatch(Character::isLetterOrDigit) && !word.isEmpty());
    }
}
