package hotleads.sync.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Credentials that core keeps and cannot read. */
class SealedAccountsTest {
    private static final Account ACCOUNT = new Account("some-client", "a-secret-nobody-sees");

    private final SealedAccounts accounts = new SealedAccounts(SomeKeys.fresh());

    record Account(String client, String secret) {}

    @Test
    void openForSyncAndShowNothing() {
        byte[] sealed = accounts.seal("zoho", ACCOUNT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("some-client", "nobody-sees");
        assertThat(accounts.open("zoho", sealed, Account.class)).isEqualTo(ACCOUNT);
    }

    @Test
    void doNotOpenForAnotherProvider() {
        byte[] sealed = accounts.seal("zoho", ACCOUNT);

        assertThatThrownBy(() -> accounts.open("zoom", sealed, Account.class)).isInstanceOf(AccountUnreadable.class);
    }

    @Test
    void doNotOpenOnceAltered() {
        byte[] sealed = accounts.seal("zoho", ACCOUNT);
        sealed[sealed.length / 2] ^= 1;

        assertThatThrownBy(() -> accounts.open("zoho", sealed, Account.class)).isInstanceOf(AccountUnreadable.class);
    }

    @Test
    void doNotOpenUnderAnotherKey() {
        byte[] sealed = new SealedAccounts(SomeKeys.fresh()).seal("zoho", ACCOUNT);

        assertThatThrownBy(() -> accounts.open("zoho", sealed, Account.class)).isInstanceOf(AccountUnreadable.class);
    }

    @Test
    void whatIsNoKeySaysWhatToDoAndQuotesNothing() {
        assertThatThrownBy(() -> new SealedAccounts(new Secret("{\"key\": \"half-a-key\"}")))
                .hasMessageContaining("HOTLEADS_SYNC_KEY")
                .hasMessageNotContaining("half-a-key")
                .hasNoCause();
    }
}
