package hotleads.core.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import hotleads.vault.KeySet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** A key file that a disk or a person spoilt: keys, or a refusal that quotes nothing. */
class KeyFileFuzzTest {
    private static final String TEXT = KeySet.fresh().text();

    @Test
    void holdsKeysOrIsRefused() {
        ShortRun.of(KeyFileFuzzTest.class, 300, KeyFileFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        read(new String(input, StandardCharsets.UTF_8));
        read(new String(Altered.by(input, TEXT.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    private static void read(String text) {
        try {
            KeySet keys = KeySet.parse(text);
            assertThat(KeySet.parse(keys.text()).text()).isEqualTo(keys.text());
        } catch (GeneralSecurityException refused) {
            assertThat(text).isNotEqualTo(TEXT);
        }
    }
}
