package hotleads.auth.passkeys;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.secondfactor.Factor;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored passkeys. */
@Component
public class Passkeys {
    private static final String SELECT = """
            SELECT p.id, p.credential_id, p.credential, p.counter, p.transports, p.backup_eligible, p.backed_up,
              f.account_id, u.handle
            FROM passkey p JOIN factor f ON f.id = p.id JOIN passkey_user u ON u.account_id = f.account_id
            """;
    /** As many as the standard advises (WebAuthn, 14.6.1). */
    private static final int HANDLE_BYTES = 64;

    private final JdbcClient jdbc;
    private final SecureRandom random;

    Passkeys(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    Optional<Passkey> find(byte[] credentialId) {
        return jdbc.sql(SELECT + "WHERE p.credential_id = ?")
                .param(credentialId)
                .query(Passkeys::read)
                .optional();
    }

    List<Passkey> of(AccountId account) {
        return jdbc.sql(SELECT + "WHERE f.account_id = ?")
                .param(account.value())
                .query(Passkeys::read)
                .list();
    }

    /** False when a passkey with that id is there already. */
    public boolean add(Factor factor, MadePasskey made) {
        return jdbc.sql("""
                                INSERT INTO passkey (id, credential_id, credential, counter, transports, backup_eligible,
                                                     backed_up)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (credential_id) DO NOTHING
                                """)
                        .params(
                                factor.id(),
                                made.credentialId(),
                                made.credential(),
                                made.counter(),
                                Transport.join(made.transports()),
                                made.backupEligible(),
                                made.backedUp())
                        .update()
                == 1;
    }

    void used(Passkey passkey, long counter, boolean backedUp) {
        jdbc.sql("UPDATE passkey SET counter = ?, backed_up = ? WHERE id = ?")
                .params(counter, backedUp, passkey.id())
                .update();
    }

    /** What devices know the account by, made at the first need. */
    byte[] handleOf(Account account) {
        byte[] handle = new byte[HANDLE_BYTES];
        random.nextBytes(handle);
        jdbc.sql("INSERT INTO passkey_user (account_id, handle) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(account.id().value(), handle)
                .update();
        return jdbc.sql("SELECT handle FROM passkey_user WHERE account_id = ?")
                .param(account.id().value())
                .query((row, n) -> row.getBytes("handle"))
                .single();
    }

    private static Passkey read(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBytes("handle"),
                row.getBytes("credential_id"),
                row.getBytes("credential"),
                row.getLong("counter"),
                Transport.split(row.getString("transports")),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }
}
