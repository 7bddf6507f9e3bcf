package hotleads.sync.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The credentials that core lends, altered in any way, or any bytes in their place. */
class SealedAccountFuzzTest {
    private static final SealedAccounts ACCOUNTS = SomeAccounts.sealed();
    private static final Account ACCOUNT = new Account("some-client", "a-secret-nobody-sees");
    private static final byte[] SEALED = ACCOUNTS.seal("zoho", ACCOUNT);

    record Account(String client, String secret) {}

    @Test
    void opensOnlyAsItWasSealed() {
        ShortRun.of(SealedAccountFuzzTest.class, SealedAccountFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] altered = Altered.by(input, SEALED);
        if (Arrays.equals(altered, SEALED)) {
            assertThat(ACCOUNTS.open("zoho", altered, Account.class)).isEqualTo(ACCOUNT);
        } else {
            refused(altered);
        }
        refused(input);
    }

    private static void refused(byte[] sealed) {
        assertThatThrownBy(() -> ACCOUNTS.open("zoho", sealed, Account.class)).isInstanceOf(AccountUnreadable.class);
    }
}
