package hotleads.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                " Ana@Example.ORG ",
                "\u00a0ana@example.org\u2009",
                "ＡＮＡ＠ｅｘａｍｐｌｅ．ｏｒｇ",
                "\u3000ana@example.org"
            })
    void isTheSameHoweverItWasTypedOrPasted(String text) {
        assertThat(EmailAddress.parse(text)).contains(new EmailAddress("ana@example.org"));
        assertThat(EmailAddress.asTyped(text).value()).isEqualTo("ana@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@", "@example.org", "ana@exam ple.org", "a@b@c", "ana\u0000@example.org"})
    void isNoneWhenItCannotBeOne(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
