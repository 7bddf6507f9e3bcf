package hotleads.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Any text as an e-mail, typed or pasted. */
class EmailAddressFuzzTest {
    @Test
    void hasOneSpellingByWhichItIsFound() {
        ShortRun.of(EmailAddressFuzzTest.class, EmailAddressFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        EmailAddress typed = EmailAddress.asTyped(text);

        assertThat(EmailAddress.asTyped(typed.value())).isEqualTo(typed);
        assertThat(EmailAddress.parse(text)).isEqualTo(EmailAddress.parse(typed.value()));
        EmailAddress.parse(text).ifPresent(address -> {
            assertThat(address).isEqualTo(typed);
            assertThat(address.value()).hasSizeLessThanOrEqualTo(254).contains("@");
            assertThat(address.value().chars()).noneMatch(letter -> letter <= ' ');
            assertThat(address.toString()).isEqualTo("[e-mail]");
        });
    }
}
